/**
 * What differs between the organization as it is stored and as a file tells it, field by field, for
 * the person who reviews an import.
 */
package com.customerfocus.organization.changes;

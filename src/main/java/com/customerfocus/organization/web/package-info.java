/** HTTP for the organization. */
package com.customerfocus.organization.web;

/** What customers decide about contact on their own page, and the mail that confirms it. */
package com.customerfocus.customer.contact;

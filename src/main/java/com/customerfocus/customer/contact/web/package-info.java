/** The page of contact settings over HTTP. */
package com.customerfocus.customer.contact.web;

/** The pages where people set their password, and ask for a link to do so. */
package com.customerfocus.password.web;

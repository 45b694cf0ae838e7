/** Mails about introductions: to the contact outside, the customer and the owner. */
package com.customerfocus.customercase.introduction.mails;

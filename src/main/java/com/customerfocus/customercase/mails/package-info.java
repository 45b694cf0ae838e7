/** Mails about cases that are no news: automatic ones to customers, and those to owners. */
package com.customerfocus.customercase.mails;

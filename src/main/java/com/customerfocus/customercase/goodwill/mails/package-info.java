/** Mails about goodwill to managers who approve it and to owners. */
package com.customerfocus.customercase.goodwill.mails;

/** Mails of customers that answer ours about their cases. */
package com.customerfocus.customercase.answer;

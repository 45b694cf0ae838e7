/** Mails of contacts outside that answer ours. */
package com.customerfocus.customercase.introduction.answer;

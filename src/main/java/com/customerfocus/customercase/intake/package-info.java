/** Mails of customers that answer none of ours: they open cases. */
package com.customerfocus.customercase.intake;

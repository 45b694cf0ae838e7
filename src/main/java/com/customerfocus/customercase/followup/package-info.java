/** Follow-ups some time after a case was closed: who asks the customer again, and when. */
package com.customerfocus.customercase.followup;

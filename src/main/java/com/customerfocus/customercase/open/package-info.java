/** What keeps a case from being closed. */
package com.customerfocus.customercase.open;

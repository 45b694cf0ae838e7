/** Questions that the program asks a customer some time after a case was closed. */
package com.customerfocus.customercase.survey;

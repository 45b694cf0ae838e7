/** HTTP of the questions after a case. */
package com.customerfocus.customercase.survey.web;

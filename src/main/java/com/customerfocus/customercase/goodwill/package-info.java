/** Goodwill: what an owner gives a customer of a case, alone or with the approval of a manager. */
package com.customerfocus.customercase.goodwill;

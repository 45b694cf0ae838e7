/** A customer is introduced to a contact of another organization, who is asked first. */
package com.customerfocus.customercase.introduction;

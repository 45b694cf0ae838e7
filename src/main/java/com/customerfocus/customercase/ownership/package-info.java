/** Who owns a case: offers to colleagues, and who follows owners who are away or have left. */
package com.customerfocus.customercase.ownership;

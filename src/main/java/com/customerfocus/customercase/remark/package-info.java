/** What other rooms add to what the owner of a case reads in the forms, and to its details. */
package com.customerfocus.customercase.remark;

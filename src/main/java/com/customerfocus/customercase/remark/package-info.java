/** What other rooms add to what the owner of a case reads in the forms. */
package com.customerfocus.customercase.remark;

/** The page on which a contact outside says whether they help. */
package com.customerfocus.customercase.introduction.page;

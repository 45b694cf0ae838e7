/** Cases that other programs open. */
package com.customerfocus.customercase.entry;

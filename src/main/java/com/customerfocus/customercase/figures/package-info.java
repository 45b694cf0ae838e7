/** What becomes of customers' cases: figures of a period, of departments and heritage companies. */
package com.customerfocus.customercase.figures;

/** The table of limits of goodwill: its columns, and which values they may have. */
package com.customerfocus.customercase.goodwill.limit;

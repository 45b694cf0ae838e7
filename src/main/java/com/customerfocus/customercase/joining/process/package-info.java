/** The process that joins cases. */
package com.customerfocus.customercase.joining.process;

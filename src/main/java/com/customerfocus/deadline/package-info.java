/** When something is due for a person, is reminded of and goes up the line, in working time. */
package com.customerfocus.deadline;

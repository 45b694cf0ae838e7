/** Messages the system sends: written with what they tell of, sent by whichever node is free. */
package com.customerfocus.notice;

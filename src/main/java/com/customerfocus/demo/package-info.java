/** What only the demo has: its clock, its mailbox, its hints. */
package com.customerfocus.demo;

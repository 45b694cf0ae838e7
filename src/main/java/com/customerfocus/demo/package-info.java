/** Parts of the demo only: its clock, its mailbox, its hints. */
package com.customerfocus.demo;

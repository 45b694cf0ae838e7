/** The page in Cockpit on which process owners replace a decision table. */
package com.customerfocus.decision.web;

/** How both sides say a handoff went. */
package com.customerfocus.handoff.rating;

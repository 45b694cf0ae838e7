/** Open handoffs follow the organization when an import changes it. */
package com.customerfocus.handoff.reorganization;

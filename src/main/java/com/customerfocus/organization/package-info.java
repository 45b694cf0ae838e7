/** Who works here: people, managers, departments, and the file they come from. */
package com.customerfocus.organization;

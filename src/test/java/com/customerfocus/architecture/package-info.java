/** Architecture rules, and tests that each rule finds its violations. */
package com.customerfocus.architecture;

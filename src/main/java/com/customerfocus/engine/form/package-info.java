/** What forms declare, and that a person sends nothing else. */
package com.customerfocus.engine.form;

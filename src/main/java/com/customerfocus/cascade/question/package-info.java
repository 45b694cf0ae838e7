/** Questions about a memo that go up the management line, and their answers. */
package com.customerfocus.cascade.question;

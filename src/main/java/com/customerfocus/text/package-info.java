/** Texts that people write: Markdown made safe, and what differs between two versions. */
package com.customerfocus.text;

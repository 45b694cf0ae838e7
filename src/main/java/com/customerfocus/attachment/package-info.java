/** Files that people attach to a thing of a capability, and who may download them. */
package com.customerfocus.attachment;

/** What made the two heritage companies successful, as managers report it. */
package com.customerfocus.cascade.culture;

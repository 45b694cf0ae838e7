/** What every request has to keep to before anything of the program reads it. */
package com.customerfocus.request;

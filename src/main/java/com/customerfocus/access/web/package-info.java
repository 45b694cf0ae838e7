/** Authorization of addresses, and what all endpoints of the API share. */
package com.customerfocus.access.web;

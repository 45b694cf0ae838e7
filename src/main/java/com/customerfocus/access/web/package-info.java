/** Who may reach which address. */
package com.customerfocus.access.web;

/** Imports over HTTP. */
package com.customerfocus.organization.imports.web;

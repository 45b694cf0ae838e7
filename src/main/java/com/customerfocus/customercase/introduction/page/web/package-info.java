/** The addresses of the pages of contacts outside. */
package com.customerfocus.customercase.introduction.page.web;

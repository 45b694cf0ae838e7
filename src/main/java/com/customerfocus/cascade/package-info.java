/**
 * The memo cascade: one memo on its way through the organization, manager by manager, until
 * everyone has got it and said so.
 */
package com.customerfocus.cascade;

/**
 * The engine's logins: how passwords are kept and checked, which are taken, and when sessions end.
 */
package com.customerfocus.engine.identity;

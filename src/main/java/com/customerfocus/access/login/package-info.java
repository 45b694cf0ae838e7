/** Throttling of logins after wrong passwords, on all nodes together. */
@NamedInterface("login")
package com.customerfocus.access.login;

import org.springframework.modulith.NamedInterface;

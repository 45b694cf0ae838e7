/** The organization's file: read, checked, compared with the tables, imported. */
@NamedInterface("imports")
package com.customerfocus.organization.imports;

import org.springframework.modulith.NamedInterface;

/** What administrators did and who changed whose rights: table {@code audit_entry}. */
@NamedInterface("audit")
package com.customerfocus.access.audit;

import org.springframework.modulith.NamedInterface;

/**
 * The audit trail of administrators and of changes of authorizations: table {@code audit_entry}.
 */
@NamedInterface("audit")
package com.customerfocus.access.audit;

import org.springframework.modulith.NamedInterface;

package com.customerfocus.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long an entry of the audit is kept at least
 */
@ConfigurationProperties("customer-focus.audit")
record AuditSettings(@DefaultValue("730d") Duration keep) {}

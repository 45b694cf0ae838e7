package com.customerfocus.access.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep minimum retention of an audit entry
 */
@ConfigurationProperties("customer-focus.audit")
record AuditProperties(@DefaultValue("730d") Duration keep) {}

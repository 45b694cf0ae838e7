package com.customerfocus.customercase.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets customers' new mails.
 *
 * @param owner employee id, or id or name of a department, whose head it is then; of the cases that
 *     customers open by mail who have no employee of their own. Blank: their mails wait for a
 *     person
 */
@ConfigurationProperties("customer-focus.intake")
record IntakeProperties(@DefaultValue("") String owner) {}

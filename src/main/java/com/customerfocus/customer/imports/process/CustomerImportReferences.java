package com.customerfocus.customer.imports.process;

import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of a file of customers, read when a form is opened. */
@Configuration(proxyBeanMethods = false)
class CustomerImportReferences {

  /**
   * Errors of the file, or its changes; they name customers, so they go with the file, and process
   * owners do not see them in Cockpit.
   */
  static final ReferenceKind PREVIEW = new ReferenceKind("customer-import");

  @Bean
  ReferenceSources customerImportSources(CustomerImportService imports) {
    return ReferenceSources.of(PREVIEW.ofAdministratorsFields(imports::preview));
  }
}

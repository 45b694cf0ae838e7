package com.customerfocus.customer.imports.web;

import com.customerfocus.request.LargerBodies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/** A file of customers may be large. Only administrators' is read, see who may call the API. */
@Configuration(proxyBeanMethods = false)
class CustomerBodies {

  /** 200 MB of file, more than 1,000,000 customers, and what multipart adds. */
  private static final DataSize LARGEST = DataSize.ofMegabytes(201);

  @Bean
  LargerBodies customerFiles() {
    return LargerBodies.at(HttpMethod.POST, CustomerImportController.PATH, LARGEST);
  }

  @Bean
  LargerBodies customerFilesToReview() {
    return LargerBodies.at(HttpMethod.POST, CustomerImportController.PATH + "/reviews", LARGEST);
  }
}

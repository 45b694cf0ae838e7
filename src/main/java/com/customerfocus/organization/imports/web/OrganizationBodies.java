package com.customerfocus.organization.imports.web;

import com.customerfocus.request.LargerBodies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/** An organization's file may be large. Only administrators' is read, see who may call the API. */
@Configuration(proxyBeanMethods = false)
class OrganizationBodies {

  /** 200 MB of file, and what multipart adds. */
  private static final DataSize LARGEST = DataSize.ofMegabytes(201);

  @Bean
  LargerBodies organizationFiles() {
    return LargerBodies.at(HttpMethod.POST, "/api/organization/imports", LARGEST);
  }
}

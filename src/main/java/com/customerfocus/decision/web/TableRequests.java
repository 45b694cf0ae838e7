package com.customerfocus.decision.web;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.request.SessionRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

/** The addresses of the page: process owners and administrators only. */
@Configuration(proxyBeanMethods = false)
class TableRequests {

  /** Files just above the limit are refused in words. */
  private static final DataSize MOST = DataSize.ofKilobytes(512);

  @Bean
  SessionRequests decisionTable() {
    return onlyForOwners(HttpMethod.GET, TableController.TABLE);
  }

  @Bean
  SessionRequests decisionTableFile() {
    return onlyForOwners(HttpMethod.GET, TableController.FILE);
  }

  @Bean
  SessionRequests decisionTablePreview() {
    return onlyForOwners(HttpMethod.POST, TableController.PREVIEW).withFiles(MOST);
  }

  @Bean
  SessionRequests decisionTableUpload() {
    return onlyForOwners(HttpMethod.POST, TableController.TABLE).withFiles(MOST);
  }

  private static SessionRequests onlyForOwners(HttpMethod method, String path) {
    return SessionRequests.inCockpit(method, path).onlyFor(Groups.PROCESS_OWNERS);
  }
}

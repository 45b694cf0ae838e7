package com.customerfocus.attachment.web;

import com.customerfocus.engine.request.SessionActors;
import com.customerfocus.engine.request.SessionController;
import com.customerfocus.engine.request.SessionRequests;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Attachments as links in the forms of Tasklist. */
@SessionController
class SessionAttachmentController {

  private static final String ADDRESS = "/camunda/api/attachments/{id}";

  private final AttachmentDownloads downloads;
  private final SessionActors actors;

  SessionAttachmentController(AttachmentDownloads downloads, SessionActors actors) {
    this.downloads = downloads;
    this.actors = actors;
  }

  @GetMapping(ADDRESS)
  byte[] attachment(@PathVariable long id, HttpServletResponse answer) {
    return downloads.download(id, actors.current(), answer);
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    SessionRequests requestsForAttachments() {
      return SessionRequests.inTasklist(HttpMethod.GET, ADDRESS);
    }
  }
}

package com.customerfocus.engine.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The {@link SessionRequests} of all rooms. */
@Component
class DeclaredRequests {

  private final List<SessionRequests> all;

  DeclaredRequests(ObjectProvider<SessionRequests> all) {
    // Like the mapping of controllers: the most specific pattern counts.
    this.all = all.stream().sorted(Comparator.comparing(SessionRequests::path)).toList();
  }

  /** What a room has declared about this request, if it is to one of its addresses. */
  Optional<SessionRequests> find(HttpServletRequest request) {
    var path = PathContainer.parsePath(RequestGuard.path(request));
    return all.stream()
        .filter(one -> one.method().matches(request.getMethod()) && one.path().matches(path))
        .findFirst();
  }

  static boolean isFor(SessionRequests declared, UserAuthentication login) {
    return WebappLogin.isAdministrator(login)
        || (!declared.inCockpit() || login.isAuthorizedForApp("cockpit"))
            && (declared.groups().isEmpty()
                || !Collections.disjoint(declared.groups(), login.getGroupIds()));
  }

  static boolean hasFiles(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getContentType(), "")
        .regionMatches(
            true,
            0,
            MediaType.MULTIPART_FORM_DATA_VALUE,
            0,
            MediaType.MULTIPART_FORM_DATA_VALUE.length());
  }

  static boolean takesFiles(SessionRequests declared) {
    return declared.files().compareTo(DataSize.ofBytes(0)) > 0;
  }
}

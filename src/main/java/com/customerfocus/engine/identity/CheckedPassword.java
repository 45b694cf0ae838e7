package com.customerfocus.engine.identity;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The password that was verified, or set by its owner, in the current request; the request's
 * session belongs to it from now on.
 *
 * @param id of the account
 */
record CheckedPassword(String id, String fingerprint) {

  static final String ATTRIBUTE = CheckedPassword.class.getName();

  static void remember(String id, String fingerprint) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(
          ATTRIBUTE, new CheckedPassword(id, fingerprint), RequestAttributes.SCOPE_REQUEST);
    }
  }
}

package com.customerfocus.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Page on which a capability tells its readers that a request was refused, declared as a bean.
 * Without one for an address the answer is plain text.
 */
public interface RefusalPage {

  boolean isFor(HttpServletRequest request);

  /**
   * Writes the page. Its status is already set.
   *
   * @throws Exception as views do
   */
  void write(HttpServletRequest request, HttpServletResponse response) throws Exception;
}

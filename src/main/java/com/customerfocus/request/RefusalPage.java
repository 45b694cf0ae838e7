package com.customerfocus.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * How a capability tells readers of its pages that their request was not taken, declared as a bean.
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

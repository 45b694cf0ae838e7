package com.customerfocus.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A login by HTTP Basic, as clients of the API send it. */
public final class BasicLogin {

  private BasicLogin() {}

  /**
   * The value of the header {@code Authorization}.
   *
   * @param login such as {@code admin:secret}
   */
  public static String header(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }
}

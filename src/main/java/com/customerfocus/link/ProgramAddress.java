package com.customerfocus.link;

import com.customerfocus.support.InvalidSettingException;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach this program.
 *
 * @param baseUrl such as {@code https://focus.example}, without a slash at its end
 */
@ConfigurationProperties("customer-focus")
public record ProgramAddress(String baseUrl) {

  /**
   * @throws InvalidSettingException when a browser can open no address that starts so
   */
  public ProgramAddress {
    if (baseUrl == null
        || !baseUrl.matches("https?://[\\w.:\\[\\]-]+(/[\\w./~%-]*)?")
        || URI.create(baseUrl).getHost() == null) {
      throw new InvalidSettingException(
          "customer-focus.base-url is \"%s\", which is not an address people can open."
              .formatted(baseUrl),
          "Set it to where people reach this program, such as https://focus.example");
    }
    baseUrl = baseUrl.replaceFirst("/+$", "");
  }

  /** The page with the reader's tasks. */
  public String tasklist() {
    return baseUrl + "/camunda/app/tasklist/default/";
  }

  /** The host alone, such as {@code focus.example}. */
  public String host() {
    return URI.create(baseUrl).getHost();
  }
}

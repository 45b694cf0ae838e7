package com.customerfocus.link;

/**
 * Pages without login, because the link is the key or the page reveals nothing. Declared as a bean
 * by their room; security rules and response headers follow from it.
 *
 * @param path where they begin, without a slash at the end, such as {@code /memo}: it and all below
 * @param words start of the message keys that say why there is no page: {@code busy}, {@code
 *     trouble} and {@code refused} with a title and a text each, such as {@code memo.busy.title}
 */
public record OpenPages(String path, String words) {

  public OpenPages {
    if (!path.matches("(/[a-z-]+)+")) {
      throw new IllegalArgumentException("\"%s\" is no path of pages".formatted(path));
    }
  }

  /** Whether an address is one of these pages. */
  public boolean include(String page) {
    return page.equals(path) || page.startsWith(path + "/");
  }
}

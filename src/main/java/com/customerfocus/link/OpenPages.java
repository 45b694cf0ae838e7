package com.customerfocus.link;

/**
 * Pages that need no login, because their link is the key or because they give nothing away. A room
 * that has some makes this a bean; who may open them and what browsers are told about them follows.
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

  /** Whether a page is one of these. */
  public boolean include(String page) {
    return page.equals(path) || page.startsWith(path + "/");
  }
}

package com.customerfocus.access;

import java.util.List;

/**
 * Who alone may call addresses of the API, with any method: for what is not for administrators, who
 * run the program and not the business. The room of the endpoints makes it a bean; it goes before
 * any {@link ApiReaders} of the same addresses.
 *
 * @param path pattern of the addresses
 * @param onlyReading whether this is about GET and HEAD alone; other methods are for administrators
 *     then
 * @param groups ids of groups, at least one, see {@link Groups}
 */
public record ApiCallers(String path, boolean onlyReading, List<String> groups) {

  public ApiCallers {
    if (!path.startsWith("/api/")) {
      throw new IllegalArgumentException("\"%s\" is no address of the API".formatted(path));
    }
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("No group could call %s".formatted(path));
    }
  }

  public static ApiCallers of(String path, String... groups) {
    return new ApiCallers(path, false, List.of(groups));
  }

  /** Only members of these groups may read there; administrators write there, and do not read. */
  public static ApiCallers reading(String path, String... groups) {
    return new ApiCallers(path, true, List.of(groups));
  }
}

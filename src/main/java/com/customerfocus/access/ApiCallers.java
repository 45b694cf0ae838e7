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
 * @param groups ids of groups, see {@link Groups}; none for everyone with an account
 */
public record ApiCallers(String path, boolean onlyReading, List<String> groups) {

  public ApiCallers {
    if (!path.startsWith("/api/")) {
      throw new IllegalArgumentException("\"%s\" is no address of the API".formatted(path));
    }
  }

  /** Everyone with an account may call, with any method; the endpoints decide what each may do. */
  public static ApiCallers everyoneWithAnAccount(String path) {
    return new ApiCallers(path, false, List.of());
  }

  public static ApiCallers of(String path, String... groups) {
    return new ApiCallers(path, false, some(path, groups));
  }

  /** Only members of these groups may read there; administrators write there, and do not read. */
  public static ApiCallers reading(String path, String... groups) {
    return new ApiCallers(path, true, some(path, groups));
  }

  private static List<String> some(String path, String... groups) {
    if (groups.length == 0) {
      throw new IllegalArgumentException("No group could call %s".formatted(path));
    }
    return List.of(groups);
  }
}

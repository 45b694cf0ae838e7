package com.customerfocus.access;

import java.util.List;

/**
 * Who may read addresses of the API besides administrators. The room of the endpoints makes it a
 * bean; all that none names, and all that is not read with GET, is for administrators alone. For
 * what is not for administrators there are {@link ApiCallers}.
 *
 * @param path pattern of the addresses, such as {@code /api/cascades/**}
 * @param groups ids of groups, see {@link Groups}; none for everyone with an account
 */
public record ApiReaders(String path, List<String> groups) {

  public ApiReaders {
    if (!path.startsWith("/api/")) {
      throw new IllegalArgumentException("\"%s\" is no address of the API".formatted(path));
    }
  }

  /** Only members of these groups, and administrators, may read there. */
  public static ApiReaders of(String path, String... groups) {
    return new ApiReaders(path, List.of(groups));
  }

  /** Everyone with an account may ask; the endpoints decide what each of them sees. */
  public static ApiReaders everyoneWithAnAccount(String path) {
    return new ApiReaders(path, List.of());
  }
}

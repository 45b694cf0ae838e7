package com.customerfocus.access.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Client address of the current request. Behind a reverse proxy it is the proxy's address unless
 * {@code server.forward-headers-strategy} is set.
 */
final class ClientAddress {

  private static final String NO_REQUEST = "none";
  private static final int LONGEST = 45;
  private static final int NETWORK_BYTES = 8;
  private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private ClientAddress() {}

  static String current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? network(request.getRequest().getRemoteAddr())
        : NO_REQUEST;
  }

  /** An IPv6 client owns a network of 2^64 addresses: they count as one. */
  static String network(String address) {
    var plain = address.replaceFirst("%.*", "");
    if (VERSION_6.matcher(plain).matches()) {
      try {
        var bytes = InetAddress.getByName(plain).getAddress();
        if (bytes.length > NETWORK_BYTES) {
          return HexFormat.ofDelimiter(":").formatHex(bytes, 0, NETWORK_BYTES) + "::/64";
        }
      } catch (UnknownHostException e) {
        // Not an address: used as it is.
      }
    }
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}

package com.customerfocus.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that may be attached.
 *
 * @param name as people read it
 * @param mediaType by the content
 */
record CheckedFile(String name, String mediaType, byte[] content) {

  /** Of the content, in hexadecimal digits. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}

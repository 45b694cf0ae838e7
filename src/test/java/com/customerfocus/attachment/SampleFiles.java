package com.customerfocus.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;

/** The beginnings of files by their type, which is all that a type is recognized by. */
public final class SampleFiles {

  /** In Latin-1: one character a byte. */
  private static final Map<String, String> BEGINNINGS =
      Map.ofEntries(
          Map.entry("pdf", "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n\0"),
          Map.entry("jpg", "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0\1\1"),
          Map.entry("png", "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR"),
          Map.entry("gif", "GIF89a\1\0\1\0\u0080\0\0"),
          Map.entry("webp", "RIFF\u001A\0\0\0WEBPVP8L"),
          Map.entry("heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"),
          Map.entry("mp4", "\0\0\0\u0018ftypisom\0\0\2\0isommp42"),
          Map.entry("zip", "PK\3\4\u0014\0\6\0\b\0\0\0!\0"),
          Map.entry(
              "office", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1" + "\0".repeat(504)),
          Map.entry("exe", "MZ\u0090\0\3\0\0\0\4\0\0\0\u00FF\u00FF\0\0"),
          Map.entry("elf", "\u007FELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0>\0"),
          Map.entry("mach-o", "\u00CF\u00FA\u00ED\u00FE\7\0\0\1\3\0\0\0"),
          Map.entry("class", "\u00CA\u00FE\u00BA\u00BE\0\0\0="),
          Map.entry("sh", "#!/bin/sh\nrm -r .\n"),
          Map.entry("bat", "@echo off\r\ndel *.*\r\n"),
          Map.entry("html", "<!DOCTYPE html><html><body><script>alert(1)</script>"),
          Map.entry("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
          Map.entry("xml", "<?xml version=\"1.0\"?><bill/>"),
          Map.entry("json", "{\"bill\": 12}"),
          Map.entry("csv", "bill;amount\n12;3,50\n"),
          Map.entry(
              "eml", "From: ana@example.com\r\nTo: bob@example.com\r\nSubject: Bill\r\n\r\nHi"),
          Map.entry("rtf", "{\\rtf1\\ansi Bill}"),
          Map.entry("text", "P1 is urgent"),
          Map.entry("MZ text", "MZ is an abbreviation"),
          Map.entry("latin", "a\u00F1o"),
          Map.entry("cyrillic", "\u00EF\u00F0\u00E8\u00E2\u00E5\u00F2 \u00EC\u00E8\u00F0"),
          Map.entry("utf-16", "\u00FF\u00FEa\0\u00F1\0o\0"),
          Map.entry("utf-8", new String("\uFEFFaño 12 €".getBytes(UTF_8), ISO_8859_1)),
          Map.entry("junk", "\0\1\2\3\t\u00EE\u00EF\7"));

  private SampleFiles() {}

  /**
   * @param type a key above
   */
  public static byte[] of(String type) {
    var beginning = BEGINNINGS.get(type);
    if (beginning == null) {
      throw new IllegalArgumentException("No sample of " + type);
    }
    return beginning.getBytes(ISO_8859_1);
  }

  /**
   * A file of this type.
   *
   * @param size bytes
   */
  public static byte[] of(String type, int size) {
    var content = Arrays.copyOf(of(type), size);
    for (var i = of(type).length; i < size; i++) {
      content[i] = (byte) (i * 31 % 251);
    }
    return content;
  }
}

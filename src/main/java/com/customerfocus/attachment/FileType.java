package com.customerfocus.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * Of what type a file is, by its content and by its name. Types are in families: a document of Word
 * is a ZIP file, JSON is text.
 *
 * @param content by the first bytes
 * @param named by the extension
 */
record FileType(MediaType content, MediaType named) {

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

  /** Families, and scripts. */
  private static final List<MediaType> PROGRAMS =
      Stream.of(
              "application/x-msdownload",
              "application/x-elf",
              "application/x-mach-o",
              "application/x-mach-o-universal",
              "application/java-vm",
              "application/x-sh",
              "application/x-bat")
          .map(MediaType::parse)
          .toList();

  /** Documents of Office with a password are kept in files of the older kind (MS-OFFCRYPTO). */
  private static final MediaType OLD_OFFICE = MediaType.application("x-tika-msoffice");

  private static final MediaType NEW_OFFICE = MediaType.application("x-tika-ooxml");

  /**
   * @param extension in small letters; may be empty
   */
  static FileType of(String extension, byte[] bytes) {
    // Not the whole name: what follows a question mark or a number sign in it would be left out.
    var name = new Metadata();
    name.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file." + extension);
    var named = detect(null, name);
    var content = detect(new ByteArrayInputStream(bytes), new Metadata());
    // "P1 is urgent" begins like a bitmap.
    return isText(named) && !isText(content) && isPrintable(bytes)
        ? new FileType(MediaType.TEXT_PLAIN, named)
        : new FileType(content, named);
  }

  private static MediaType detect(InputStream content, Metadata name) {
    try {
      return TYPES.detect(content, name).getBaseType();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether no byte is a control character of a text in any encoding that has ASCII. */
  private static boolean isPrintable(byte[] bytes) {
    for (var b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  /** The more exact one, if name and content agree; else that of the content. */
  String mediaType() {
    var isExact =
        family(content).equals(family(named))
            && TYPES.getMediaTypeRegistry().isSpecializationOf(named, content);
    return (isExact ? named : content).toString();
  }

  /** Whether the content is of a type that is recognized. */
  boolean isKnown() {
    return !content.equals(MediaType.OCTET_STREAM);
  }

  boolean isProgram() {
    return PROGRAMS.stream().anyMatch(it -> TYPES.getMediaTypeRegistry().isInstanceOf(content, it));
  }

  /**
   * Whether the content is not of the type that the name says. A type that cannot be recognized by
   * its content is believed, and so is a text in a rare encoding.
   */
  boolean isDisguised() {
    return isRecognizable(named)
        && !family(content).equals(family(named))
        && !(isText(named) && !isKnown())
        && !(content.equals(OLD_OFFICE)
            && TYPES.getMediaTypeRegistry().isInstanceOf(named, NEW_OFFICE));
  }

  private static boolean isRecognizable(MediaType type) {
    return lineage(type).anyMatch(FileType::hasMagic);
  }

  private static boolean hasMagic(MediaType type) {
    try {
      return TYPES.forName(type.toString()).hasMagic();
    } catch (MimeTypeException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isText(MediaType type) {
    return family(type).equals(MediaType.TEXT_PLAIN);
  }

  private static MediaType family(MediaType type) {
    return lineage(type).reduce((special, general) -> general).orElse(type);
  }

  /** The type and those that it is a special one of; none for unknown ones. */
  private static Stream<MediaType> lineage(MediaType type) {
    return Stream.iterate(
        type,
        it -> it != null && !it.equals(MediaType.OCTET_STREAM),
        TYPES.getMediaTypeRegistry()::getSupertype);
  }
}

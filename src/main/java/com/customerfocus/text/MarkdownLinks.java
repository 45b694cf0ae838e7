package com.customerfocus.text;

import java.net.IDN;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** The links of a Markdown document: only safe ones, and those that were typed without brackets. */
final class MarkdownLinks {

  private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:)\\P{Cntrl}+");

  /** The scheme and what stands before the host; the host. */
  private static final Pattern HOST =
      Pattern.compile("(?i)((?:https?://|mailto:)(?:[^/?#]*@)?)([^/?#:@]+)");

  /** Not ASCII, and no letter of which standards disagree how a host writes it (RFC 5894, 7.2). */
  private static final Pattern NOT_ASCII =
      Pattern.compile("(?=.*\\P{ASCII})[^\\u00DF\\u03C2\\u200C\\u200D]+");

  /**
   * What the library takes for a part of an address, but a writer does not: typographic quotation
   * marks, ellipsis, em dash, East Asian punctuation, invisible characters; an en dash at the end.
   */
  private static final Pattern NOT_IN_ADDRESSES =
      Pattern.compile("[«»“”„‟…—、。「」『』（）\\p{Cf}]|–(?=\\s|$)");

  private static final LinkExtractor ADDRESSES =
      LinkExtractor.builder()
          .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
          .build();

  private MarkdownLinks() {}

  /**
   * Replaces images, and links that lead neither to the web nor to a mail address, by their text.
   */
  static void keepSafe(List<Node> nodes) {
    for (var node : nodes) {
      if (node instanceof Link link && SAFE.matcher(link.getDestination()).matches()) {
        link.setDestination(withAsciiHost(link.getDestination()));
      } else if (node instanceof Link || node instanceof Image) {
        while (node.getFirstChild() != null) {
          node.insertBefore(node.getFirstChild());
        }
        node.unlink();
      }
    }
  }

  /** Makes links of the addresses in the text. */
  static void addBare(List<Node> nodes) {
    for (var node : nodes) {
      if (node instanceof Text text && !isInLink(text)) {
        addBare(text);
      }
    }
  }

  private static boolean isInLink(Node node) {
    for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof Link) {
        return true;
      }
    }
    return false;
  }

  private static void addBare(Text text) {
    var typed = text.getLiteral();
    var done = 0;
    for (var span : ADDRESSES.extractLinks(NOT_IN_ADDRESSES.matcher(typed).replaceAll(" "))) {
      var address = typed.substring(span.getBeginIndex(), span.getEndIndex());
      var destination = scheme(span) + address;
      if (SAFE.matcher(destination).matches()) {
        insertText(text, typed.substring(done, span.getBeginIndex()));
        var link = new Link(withAsciiHost(destination), null);
        link.appendChild(new Text(address));
        text.insertBefore(link);
        done = span.getEndIndex();
      }
    }
    if (done > 0) {
      insertText(text, typed.substring(done));
      text.unlink();
    }
  }

  private static void insertText(Node before, String words) {
    if (!words.isEmpty()) {
      before.insertBefore(new Text(words));
    }
  }

  private static String scheme(LinkSpan span) {
    return switch (span.getType()) {
      case URL -> "";
      case WWW -> "https://";
      case EMAIL -> "mailto:";
    };
  }

  /** Browsers understand a host with accents, many mail programs do not. */
  private static String withAsciiHost(String destination) {
    var host = HOST.matcher(destination);
    if (!host.lookingAt() || !NOT_ASCII.matcher(host.group(2)).matches()) {
      return destination;
    }
    try {
      return host.group(1)
          + IDN.toASCII(host.group(2), IDN.ALLOW_UNASSIGNED)
          + destination.substring(host.end());
    } catch (IllegalArgumentException e) {
      return destination; // no host: browsers say so, too
    }
  }
}

package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the sender of a mail wrote, without what the mail quotes: lines that begin with {@code >}
 * and the line above that says who wrote them (Gmail, Apple Mail and others), all below Outlook's
 * block of headers, signatures, and what PGP adds. A forwarded mail stays whole, as it is what the
 * sender wants to be read; so does a mail of which nothing would be left.
 */
public final class ReplyText {

  private static final int LONGEST_ATTRIBUTION = 3;
  private static final int LONGEST_HEADER_BLOCK = 8;
  private static final int LONGEST_LINE = 2_000;

  /** Who wrote what is quoted below, in the words of mail programs. */
  private static final Pattern ATTRIBUTION =
      pattern(
          "(on\\b.*\\bwrote|el\\b.*\\bescribi[oó]|am\\b.*\\bschrieb\\b.*|le\\b.*\\ba [eé]crit"
              + "|[^<>]*<[^<>@\\s]+@[^<>@\\s]+>.*(wrote|escribi[oó]|schrieb|a [eé]crit))\\s*:");

  private static final Pattern ATTRIBUTION_START =
      pattern("(>?\\s*)(on|el|am|le)\\b.*\\d.*|[^<>]*<[^<>@\\s]+@[^<>@\\s]+>.*");
  private static final Pattern ORIGINAL =
      pattern(
          "-{2,}\\s*(original message|mensaje original|urspr[uü]ngliche nachricht"
              + "|message d.origine)\\s*-{2,}");
  private static final Pattern FORWARDED =
      pattern(
          "(-{2,}\\s*(forwarded message|mensaje reenviado|weitergeleitete nachricht"
              + "|message transf[eé]r[eé])\\s*-{2,}|begin forwarded message:"
              + "|inicio del mensaje reenviado:|anfang der weitergeleiteten nachricht:"
              + "|d[eé]but du message transf[eé]r[eé] :?)");
  private static final Pattern FROM = pattern("\\*?(from|de|von)\\s?:\\*?\\s.*");
  private static final Pattern SENT =
      pattern("\\*?(sent|date|enviado( el)?|fecha|gesendet|datum|envoy[eé])\\s?:\\*?\\s.*");
  private static final Pattern SUBJECT = pattern("\\*?(subject|asunto|betreff|objet)\\s?:\\*?.*");
  private static final Pattern RULE = pattern("_{10,}");
  private static final Pattern OF_A_PHONE =
      pattern(
          "((sent|enviado|envoy[eé]) (from|desde|de) (my|mi|mon) .{2,40}"
              + "|(von meinem|sent from|get) .{2,40}( gesendet|outlook for \\w+.*)"
              + "|(get|obtener|t[eé]l[eé]charger) outlook (for|para|pour) \\w+.*"
              + "|outlook f[uü]r \\w+.{0,80}herunterladen)");
  private static final Pattern PGP_START = pattern("-----BEGIN PGP SIGNED MESSAGE-----");
  private static final Pattern PGP_HASH = pattern("hash: [\\w, -]+");
  private static final Pattern PGP_SIGNATURE = pattern("-----BEGIN PGP SIGNATURE-----");

  private ReplyText() {}

  /** The text without quotes and signatures; the whole, stripped, when nothing would be left. */
  public static String of(String text) {
    var lines = withoutPgp(text.lines().map(String::stripTrailing).toList());
    var own = ownLines(lines);
    return joined(own.stream().allMatch(Texts::isBlank) ? lines : own);
  }

  private static List<String> ownLines(List<String> lines) {
    var own = new ArrayList<String>();
    for (var at = 0; at < lines.size(); at++) {
      var line = Texts.strip(lines.get(at));
      if (is(FORWARDED, line)) {
        own.addAll(lines.subList(at, lines.size()));
        return own;
      }
      if (line.equals("--") || is(ORIGINAL, line) || isHeaderBlock(lines, at)) {
        break;
      }
      if (line.startsWith(">") || is(RULE, line) && isHeaderBlock(lines, nextText(lines, at + 1))) {
        continue;
      }
      var attribution = attributionAt(lines, at);
      if (attribution > 0) {
        at += attribution - 1;
        continue;
      }
      own.add(lines.get(at));
    }
    return withoutPhone(own);
  }

  /** How many lines from here on say who wrote what is quoted below them; 0 for none. */
  private static int attributionAt(List<String> lines, int at) {
    if (!is(ATTRIBUTION_START, Texts.strip(lines.get(at)))) {
      return 0;
    }
    var words = new StringBuilder();
    for (var count = 1; count <= LONGEST_ATTRIBUTION && at + count <= lines.size(); count++) {
      var line = Texts.strip(lines.get(at + count - 1));
      if (line.isEmpty()) {
        return 0;
      }
      words.append(words.isEmpty() ? "" : " ").append(line);
      if (is(ATTRIBUTION, words.toString())) {
        var next = nextText(lines, at + count);
        return next == lines.size() || Texts.strip(lines.get(next)).startsWith(">") ? count : 0;
      }
    }
    return 0;
  }

  /** Outlook's way: who, when, to whom and about what, then all of the earlier mail. */
  private static boolean isHeaderBlock(List<String> lines, int at) {
    if (at >= lines.size() || !is(FROM, Texts.strip(lines.get(at)))) {
      return false;
    }
    var block = lines.subList(at, Math.min(at + LONGEST_HEADER_BLOCK, lines.size()));
    return block.stream().anyMatch(line -> is(SENT, Texts.strip(line)))
        && block.stream().anyMatch(line -> is(SUBJECT, Texts.strip(line)));
  }

  private static int nextText(List<String> lines, int from) {
    var at = from;
    while (at < lines.size() && Texts.isBlank(lines.get(at))) {
      at++;
    }
    return at;
  }

  private static List<String> withoutPhone(List<String> lines) {
    var last = lines.size() - 1;
    while (last >= 0
        && (Texts.isBlank(lines.get(last)) || is(OF_A_PHONE, Texts.strip(lines.get(last))))) {
      last--;
    }
    return lines.subList(0, last + 1);
  }

  /** A signed text has lines around it, and a hyphen more before lines that begin with one. */
  private static List<String> withoutPgp(List<String> lines) {
    var start = nextText(lines, 0);
    if (start == lines.size() || !is(PGP_START, lines.get(start))) {
      return lines;
    }
    return lines.stream()
        .skip(start + 1L)
        .dropWhile(line -> is(PGP_HASH, line) || Texts.isBlank(line))
        .takeWhile(line -> !is(PGP_SIGNATURE, line))
        .map(line -> line.startsWith("- ") ? line.substring(2) : line)
        .toList();
  }

  private static String joined(List<String> lines) {
    return Texts.strip(String.join("\n", lines).replaceAll("\\n{3,}", "\n\n"));
  }

  /** Lines of mail programs are short; to try a long one would take long. */
  private static boolean is(Pattern pattern, String line) {
    return line.length() <= LONGEST_LINE && pattern.matcher(line).matches();
  }

  private static Pattern pattern(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

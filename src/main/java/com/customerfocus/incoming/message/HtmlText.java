package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a mail that has HTML only, a line a block, with {@code >} before what it quotes. */
final class HtmlText {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "tr",
          "li",
          "ul",
          "ol",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "pre",
          "hr",
          "blockquote");

  private static final int DEEPEST_QUOTE = 10;

  private HtmlText() {}

  static String of(String html) {
    var document = Jsoup.parse(html);
    document.select("script, style, head, title").remove();
    var lines = new Lines();
    document.body().traverse(lines);
    return lines.text.toString();
  }

  private static class Lines implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();
    private int quoted;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        say(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
      } else if (node.normalName().equals("br")) {
        text.append('\n');
      } else if (BLOCKS.contains(node.normalName())) {
        endLine();
        quoted += node.normalName().equals("blockquote") ? 1 : 0;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (BLOCKS.contains(node.normalName())) {
        endLine();
        quoted -= node.normalName().equals("blockquote") ? 1 : 0;
        if (node.normalName().equals("p")) {
          text.append('\n');
        }
      }
    }

    private void say(String words) {
      if (!atStart()) {
        text.append(words);
      } else if (!Texts.isBlank(words)) {
        text.append("> ".repeat(Math.min(quoted, DEEPEST_QUOTE)))
            .append(words.replaceFirst("^\\s+", ""));
      }
    }

    private void endLine() {
      if (!atStart()) {
        text.append('\n');
      }
    }

    private boolean atStart() {
      return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
  }
}

package com.customerfocus.text;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.stereotype.Component;

/**
 * Renders people's Markdown as safe HTML or text: raw HTML is shown as typed, images become their
 * descriptions, and only links to the web and to mail addresses stay links. In HTML, addresses that
 * stand in the text are links, too. Line breaks are kept.
 */
@Component
public class Markdown {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Set<String> ATTRIBUTES = Set.of("href", "start", "align");

  /** Headings stand below the page's own h1 and h2. */
  private static final int LEVELS_ABOVE = 2;

  // Limits against input that makes rendering slow, large or too deep; no memo reaches them.
  private static final int MAX_DEPTH = 60;
  private static final int MAX_COLUMNS = 60;
  private static final int MAX_GROWTH = 30;
  private static final int ALWAYS_ALLOWED = 100_000;

  /** Cache size in characters: some hundred memos and managers' additions. */
  private static final int KEPT = 4_000_000;

  /** All readers of a memo get the same HTML, and rendering it takes longest. */
  private final LoadingCache<String, String> pages =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((String markdown, String html) -> markdown.length() + html.length())
          .build(this::htmlOf);

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer page = htmlRenderer(Map.of());
  private final TextContentRenderer text =
      TextContentRenderer.builder()
          .nodeRendererFactory(TableRowText::new) // the first one for a kind of node wins
          .extensions(EXTENSIONS)
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .build();

  /**
   * HTML below an h2, without styles or scripts. Wide tables stand in a {@code div} of class {@code
   * table} that scrolls. Input beyond the limits is shown as typed.
   */
  public String toHtml(String markdown) {
    return pages.get(markdown);
  }

  private String htmlOf(String markdown) {
    // Typed HTML is escaped, so every tag here is the renderer's own.
    return render(markdown, Markdown::linkAddresses, page::render)
        .replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }

  /** HTML for a mail, whose reader may not know style sheets: tag name to inline style. */
  public String toHtml(String markdown, Map<String, String> styles) {
    return render(markdown, Markdown::linkAddresses, htmlRenderer(styles)::render);
  }

  /** Plain text with the addresses of links written out. */
  public String toText(String markdown) {
    // Mail programs link the addresses of a plain text themselves.
    return render(markdown, MarkdownLinks::keepSafe, text::render);
  }

  private static void linkAddresses(List<Node> nodes) {
    MarkdownLinks.keepSafe(nodes);
    MarkdownLinks.addBare(nodes);
  }

  private String render(
      String markdown, Consumer<List<Node>> links, Function<Node, String> renderer) {
    var limit = Math.max(ALWAYS_ALLOWED, MAX_GROWTH * markdown.length());
    return parse(markdown, links)
        .map(renderer)
        .filter(rendered -> rendered.length() <= limit)
        .orElseGet(() -> renderer.apply(asTyped(markdown)));
  }

  /** The safe document; empty if it exceeds the limits. */
  private Optional<Node> parse(String markdown, Consumer<List<Node>> links) {
    if (hasAbsurdTable(markdown)) {
      return Optional.empty();
    }
    var document = parser.parse(markdown);
    var nodes = nodes(document);
    nodes.ifPresent(links);
    nodes.ifPresent(Markdown::outline);
    return nodes.map(all -> document);
  }

  /** Short rows are filled up to the table head's columns: few characters, many cells. */
  private static boolean hasAbsurdTable(String markdown) {
    return markdown
        .lines()
        .anyMatch(line -> line.chars().filter(c -> c == '|').count() > MAX_COLUMNS);
  }

  /** All nodes in reading order; empty if they are nested too deep to render. */
  private static Optional<List<Node>> nodes(Node document) {
    var nodes = new ArrayList<Node>();
    var depth = 0;
    var node = document;
    do {
      nodes.add(node);
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
      } else {
        while (node != document && node.getNext() == null) {
          node = node.getParent();
          depth--;
        }
        node = node == document ? null : node.getNext();
      }
    } while (node != null && depth <= MAX_DEPTH);
    return node == null ? Optional.of(nodes) : Optional.empty();
  }

  /** Moves headings below those of the page and closes gaps in their numbering. */
  private static void outline(List<Node> nodes) {
    var open = new ArrayDeque<Integer>();
    for (var node : nodes) {
      if (node instanceof Heading heading) {
        while (!open.isEmpty() && open.peek() >= heading.getLevel()) {
          open.pop();
        }
        open.push(heading.getLevel());
        heading.setLevel(Math.min(LEVELS_ABOVE + open.size(), 6));
      }
    }
  }

  private static HtmlRenderer htmlRenderer(Map<String, String> styles) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .percentEncodeUrls(true)
        .softbreak("<br />\n")
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  attributes.keySet().retainAll(ATTRIBUTES);
                  if (node instanceof Link) {
                    attributes.put("target", "_blank");
                    attributes.put("rel", "noopener noreferrer nofollow");
                  }
                  if (tag.equals("th")) {
                    attributes.putIfAbsent("align", "left");
                  }
                  if (styles.containsKey(tag)) {
                    attributes.put("style", styles.get(tag));
                  }
                })
        .build();
  }

  private static Node asTyped(String markdown) {
    var paragraph = new Paragraph();
    markdown
        .lines()
        .forEach(
            line -> {
              paragraph.appendChild(new Text(line));
              paragraph.appendChild(new SoftLineBreak());
            });
    var document = new Document();
    document.appendChild(paragraph);
    return document;
  }

  /** Separates the cells of a table's row, as "Year | Loyal". */
  private record TableRowText(TextContentNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(TableRow.class);
    }

    @Override
    public void render(Node row) {
      for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        for (var part = cell.getFirstChild(); part != null; part = part.getNext()) {
          context.render(part);
        }
        if (cell.getNext() != null) {
          context.getWriter().write(" | ");
        }
      }
      context.getWriter().block();
    }
  }
}

package com.customerfocus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** {@code README.md} and the Markdown files below {@code src/docs} of a folder. */
final class Documents {

  private static final String README = "README.md";
  private static final long README_LIMIT_BYTES = 8 * 1024;

  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  /** Riddles: plain English names the actor. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(whoever|whomever|whatever|somebody|someone|nobody|so many|what is lost)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What the program says is quoted as it is. */
  private static final Pattern QUOTED = Pattern.compile("“[^”]*”");

  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final Path root;
  private final Map<Path, Content> documents = new HashMap<>();

  /**
   * @throws UncheckedIOException if a document cannot be read
   */
  Documents(Path root) {
    this.root = root;
    try (var below = Files.walk(root.resolve("src/docs"))) {
      Stream.concat(
              Stream.of(root.resolve(README)),
              below.filter(file -> file.toString().endsWith(".md")))
          .forEach(file -> documents.put(file.normalize(), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sentences, each with the name of a document and what is wrong with it; empty if all is well.
   */
  List<String> faults() {
    var faults = new ArrayList<String>();
    Set<Path> linked = new HashSet<>();
    documents.forEach(
        (file, content) -> {
          for (var link : content.links) {
            check(file, link, linked).ifPresent(faults::add);
          }
          var forbidden = FORBIDDEN.matcher(QUOTED.matcher(content.prose).replaceAll(""));
          while (forbidden.find()) {
            faults.add("%s: the word '%s'".formatted(name(file), forbidden.group()));
          }
        });
    var readme = root.resolve(README).normalize();
    documents.keySet().stream()
        .filter(file -> !file.equals(readme) && !linked.contains(file))
        .forEach(file -> faults.add("%s: no other document links to it".formatted(name(file))));
    if (size(readme) > README_LIMIT_BYTES) {
      faults.add("%s: larger than %d bytes".formatted(README, README_LIMIT_BYTES));
    }
    return faults.stream().sorted().toList();
  }

  private Optional<String> check(Path file, String link, Set<Path> linked) {
    if (ELSEWHERE.matcher(link).matches()) {
      return Optional.empty();
    }
    var hash = link.indexOf('#');
    var path = hash < 0 ? link : link.substring(0, hash);
    var target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    if (!target.startsWith(root.normalize()) || !Files.exists(target)) {
      return Optional.of("%s: no file %s".formatted(name(file), link));
    }
    if (!target.equals(file)) {
      linked.add(target);
    }
    if (hash >= 0
        && !(documents.containsKey(target)
            && documents.get(target).anchors.contains(link.substring(hash + 1)))) {
      return Optional.of("%s: no heading %s".formatted(name(file), link));
    }
    return Optional.empty();
  }

  private Content read(Path file) {
    try {
      var content = new Content();
      parser.parse(Files.readString(file)).accept(content);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(Path file) {
    return root.normalize().relativize(file).toString();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Links, anchors of headings and prose of one document; code and labels (emphasis) are no prose.
   */
  private static final class Content extends AbstractVisitor {

    private final List<String> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private final StringBuilder prose = new StringBuilder();

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
      visitChildren(image);
    }

    @Override
    public void visit(Heading heading) {
      var title = new Title();
      heading.accept(title);
      var anchor = title.anchor();
      for (var number = 1; !anchors.add(anchor); number++) {
        anchor = title.anchor() + "-" + number;
      }
      visitChildren(heading);
      prose.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
      visitChildren(paragraph);
      prose.append('\n');
    }

    @Override
    public void visit(CustomNode cell) {
      visitChildren(cell);
      prose.append('\n');
    }

    @Override
    public void visit(Emphasis label) {}

    @Override
    public void visit(SoftLineBreak lineBreak) {
      prose.append(' ');
    }

    @Override
    public void visit(Text text) {
      prose.append(text.getLiteral());
    }
  }

  /** The text of a heading as code hosts make an anchor of it. */
  private static final class Title extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Text part) {
      text.append(part.getLiteral());
    }

    @Override
    public void visit(Code part) {
      text.append(part.getLiteral());
    }

    private String anchor() {
      return text.toString()
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N} _-]", "")
          .replace(' ', '-');
    }
  }
}

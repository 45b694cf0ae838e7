package com.customerfocus.notice;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Greets people by name, with one query, in their language. */
@TestComponent
public class GreetingRenderer implements NoticeRenderer {

  static final String GREETING = "greeting";

  private final JdbcClient jdbc;
  private final Set<Long> withdrawn = new HashSet<>();
  private final Set<Long> occasions = new HashSet<>();
  private String subject = "";
  private long unwritable;
  private long lost;
  private Runnable meanwhile = () -> {};

  GreetingRenderer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void reset() {
    withdrawn.clear();
    occasions.clear();
    subject = "";
    unwritable = 0;
    lost = 0;
    meanwhile = () -> {};
  }

  void withdraw(long subjectId) {
    withdrawn.add(subjectId);
  }

  void writesSubject(String words) {
    subject = words;
  }

  void failsFor(long subjectId) {
    unwritable = subjectId;
  }

  /** Names another notice in the place of this one. */
  void losesTrackOf(long subjectId) {
    lost = subjectId;
  }

  /** Occasions of the rendered notices. */
  Set<Long> occasions() {
    return occasions;
  }

  /** Runs an action during rendering. */
  void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  @Override
  public String kind() {
    return GREETING;
  }

  @Override
  public Addressees addressees(Collection<Notice> notices) {
    return new Addressees(
        notices.stream().map(it -> it.subjectId() == lost ? another(it) : it).toList(), Map.of());
  }

  private static Notice another(Notice it) {
    return new Notice(Long.MAX_VALUE, it.kind(), it.subjectId(), it.occasion(), it.recipient());
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    meanwhile.run();
    notices.forEach(notice -> occasions.add(notice.occasion()));
    if (notices.stream().anyMatch(notice -> notice.subjectId() == unwritable)) {
      throw new IllegalStateException("no words");
    }
    Map<String, String> names =
        jdbc
            .sql("select id, name from person where id in (:ids)")
            .param("ids", notices.stream().map(notice -> notice.recipient().id()).toList())
            .query((row, number) -> Map.entry(row.getString("id"), row.getString("name")))
            .list()
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    return notices.stream()
        .filter(notice -> !withdrawn.contains(notice.subjectId()))
        .collect(
            toMap(
                Notice::id,
                notice -> mail(notice.recipient().language(), names.get(notice.recipient().id()))));
  }

  private MailContent mail(String language, String name) {
    var words = language.equals("es") ? "Buenos días, " : "Good morning, ";
    return new MailContent(
        "".equals(subject) ? words + name : subject,
        words + name + " \uD83D\uDC4B",
        """
        <!DOCTYPE html><html><head><title>x</title></head><body><p>%s%s \uD83D\uDC4B</p>
        <p><a href="http://localhost/">More</a></p><script>document.body.append('acted')</script>
        </body></html>
        """
            .formatted(words, name));
  }
}

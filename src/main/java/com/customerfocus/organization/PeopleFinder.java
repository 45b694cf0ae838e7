package com.customerfocus.organization;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a person by an employee id, a name or a part of one, as users type them. */
@Component
public class PeopleFinder {

  private static final int MOST_NAMED = 8;
  private static final int LONGEST_TYPED = 60;

  /** Letters of names as the database tells them apart, and as people without them type them. */
  private static final String ACCENTED = "áàâäãåéèêëíìîïóòôöõøúùûüñç";

  private static final String PLAIN = "aaaaaaeeeeiiiioooooouuuunc";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPECIAL = Pattern.compile("[!%_]");

  private final JdbcClient jdbc;

  PeopleFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Candidate(String id, String name, boolean hasAccount) {

    @Override
    public String toString() {
      return "%s (%s)".formatted(name, id);
    }
  }

  /**
   * The person found, or what to tell the user.
   *
   * @param id employee id of a person who works in Tasklist, or null
   * @param problem why the text does not name exactly one person, and what to do, or null
   */
  public record Answer(String id, Sentence problem) {}

  /** The one with this id, else the only one with this name. */
  public Answer find(String typed) {
    var candidates = candidates(typed);
    var plain = plain(typed);
    var meant = candidates.stream().filter(it -> it.id().equalsIgnoreCase(typed)).toList();
    if (meant.isEmpty()) {
      meant = candidates.stream().filter(it -> plain(it.name()).equals(plain)).toList();
    }
    return meant.size() == 1
        ? answer(meant.get(0))
        : new Answer(null, problem(typed, candidates, meant.size() > 1));
  }

  private static Answer answer(Candidate one) {
    return one.hasAccount()
        ? new Answer(one.id(), null)
        : new Answer(null, new Sentence("refusal.person.no-account", one.toString()));
  }

  private static Sentence problem(String typed, List<Candidate> candidates, boolean namesakes) {
    var shown = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) + "…" : typed;
    var working = candidates.stream().filter(Candidate::hasAccount).toList();
    if (working.isEmpty()) {
      return new Sentence("refusal.person.unknown", shown);
    }
    var names =
        working.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
    return new Sentence(
        namesakes ? "refusal.person.several" : "refusal.person.inexact",
        shown,
        working.size() > MOST_NAMED ? new Sentence("refusal.person.and-others", names) : names);
  }

  private List<Candidate> candidates(String typed) {
    var words = Arrays.stream(plain(typed).split(" ")).map(PeopleFinder::literally);
    return jdbc.sql(
            """
            select id, name, account_groups is not null as has_account
              from (select p.id, p.name, p.account_groups,
                           translate(lower(p.name), :accented, :plain) as plain_name
                      from person p
                     where p.active) named
             where lower(id) = :id or plain_name like :name escape '!'
             order by case when lower(id) = :id then 0 when plain_name = :exactly then 1
                           when account_groups is not null then 2 else 3 end, name, id
             fetch first :most rows only
            """)
        .param("accented", ACCENTED)
        .param("plain", PLAIN)
        .param("id", typed.toLowerCase(Locale.ROOT))
        .param("name", words.collect(Collectors.joining("%", "%", "%")))
        .param("exactly", plain(typed))
        .param("most", MOST_NAMED + 1)
        .query(RecordMapper.of(Candidate.class))
        .list();
  }

  private static String literally(String word) {
    return SPECIAL.matcher(word).replaceAll("!$0");
  }

  /** In lower case, without accents, one blank between words. */
  private static String plain(String text) {
    var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return Texts.oneLine(MARKS.matcher(decomposed).replaceAll("").replace('ø', 'o'));
  }
}

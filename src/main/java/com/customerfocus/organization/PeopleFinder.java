package com.customerfocus.organization;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.support.NameKey;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds a person by an employee id, a mail address, a name or a part of one, as users type them.
 */
@Component
public class PeopleFinder {

  /** Each part of the union uses an index of its own. */
  static final String EXACT =
      """
      select id, name, account_groups is not null as has_account,
             id_key = :id as has_id, coalesce(mail_key = :mail, false) as has_mail
        from person
       where active
         and id in (select id from person where id_key = :id
                    union select id from person where mail_key = :mail
                    union select id from person where name_key = :name)
       order by has_id desc, has_mail desc, has_account desc, name, id
       fetch first :most rows only
      """;

  private static final int MOST_NAMED = 8;
  private static final int LONGEST_TYPED = 60;

  /** Most people read who have exactly the typed words in their names, in any order. */
  private static final int MOST_NAMESAKES = 100;

  private static final int MOST_WORDS = 8;
  private static final Pattern SPECIAL = Pattern.compile("[!%_]");

  private final JdbcClient jdbc;

  PeopleFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Candidate(
      String id, String name, boolean hasAccount, boolean hasId, boolean hasMail) {

    @Override
    public String toString() {
      return "%s (%s)".formatted(name, id);
    }
  }

  /**
   * The person found, or what to tell the user.
   *
   * @param id employee id, or null
   * @param problem why the text does not name exactly one person, and what to do, or null
   */
  public record Answer(String id, Sentence problem) {}

  /**
   * The one with this id, else with this mail address, else the only one with this name. Names are
   * the same by {@link NameKey}, the surname first or last. Only people who work in Tasklist.
   */
  public Answer find(String typed) {
    return find(typed, Candidate::hasAccount, "refusal.person.unknown");
  }

  /** The same among all who work here, with or without an account. */
  public Answer findEmployee(String typed) {
    return find(typed, it -> true, "refusal.person.unknown-employee");
  }

  private Answer find(String typed, Predicate<Candidate> suits, String whenUnknown) {
    var keys = PersonKeys.typed(typed);
    var exact = exact(keys);
    var inOrder = PersonKeys.inOrder(typed);
    var meant =
        Stream.<Predicate<Candidate>>of(
                it -> it.id().equals(Texts.strip(typed)),
                Candidate::hasId,
                Candidate::hasMail,
                it -> PersonKeys.inOrder(it.name()).equals(inOrder),
                it -> true)
            .map(condition -> exact.stream().filter(condition).toList())
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(List.of());
    return meant.size() == 1
        ? answer(meant.get(0), suits)
        : new Answer(
            null,
            problem(
                typed,
                similar(typed, keys).stream().filter(suits).toList(),
                meant.size() > 1,
                whenUnknown));
  }

  private static Answer answer(Candidate one, Predicate<Candidate> suits) {
    return suits.test(one)
        ? new Answer(one.id(), null)
        : new Answer(null, new Sentence("refusal.person.no-account", one.toString()));
  }

  private static Sentence problem(
      String typed, List<Candidate> suiting, boolean namesakes, String whenUnknown) {
    var shown = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) + "…" : typed;
    if (suiting.isEmpty()) {
      return new Sentence(whenUnknown, shown);
    }
    var names =
        suiting.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
    return new Sentence(
        namesakes ? "refusal.person.several" : "refusal.person.inexact",
        shown,
        suiting.size() > MOST_NAMED ? new Sentence("refusal.person.and-others", names) : names);
  }

  private List<Candidate> exact(PersonKeys keys) {
    return jdbc.sql(EXACT)
        .param("id", keys.id())
        .param("mail", keys.mail())
        .param("name", keys.name())
        .param("most", MOST_NAMESAKES)
        .query(RecordMapper.of(Candidate.class))
        .list();
  }

  /** Those to suggest where the text names none or several: reads all people once. */
  private List<Candidate> similar(String typed, PersonKeys keys) {
    var words = PersonKeys.words(typed);
    var parts = new HashMap<String, Object>();
    var condition = new StringJoiner(" and ");
    for (var word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
      condition.add("name_key like :part%d escape '!'".formatted(parts.size()));
      parts.put("part" + parts.size(), "%" + literally(word) + "%");
    }
    return jdbc.sql(
            """
            select id, name, account_groups is not null as has_account,
                   id_key = :id as has_id, coalesce(mail_key = :mail, false) as has_mail
              from person
             where active and (id_key = :id or mail_key = :mail or %s)
             order by case when id_key = :id then 0 when mail_key = :mail then 1
                           when name_key = :name then 2
                           when account_groups is not null then 3 else 4 end, name, id
             fetch first :most rows only
            """
                .formatted(parts.isEmpty() ? "name_key is not null" : condition))
        .param("id", keys.id())
        .param("mail", keys.mail())
        .param("name", keys.name())
        .params(parts)
        .param("most", MOST_NAMED + 1)
        .query(RecordMapper.of(Candidate.class))
        .list();
  }

  private static String literally(String word) {
    return SPECIAL.matcher(word).replaceAll("!$0");
  }
}

package com.customerfocus.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.AccountsOpened;
import com.customerfocus.access.Groups;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import com.customerfocus.notice.Recipient;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** People set their password by the link in a mail. */
@CustomerFocusTest
class PasswordLinkTests {

  private static final String ANA = "ana.gomez";
  private static final String BEN = "1002";
  private static final String NEW = "tulips under a bridge";
  private static final Pattern LINK = Pattern.compile("http://localhost(/password/\\S+)");

  private final HttpClient http = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
  private final Accounts accounts;
  private final JdbcTemplate jdbc;
  private final MovableClock clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final PasswordWelcomeRenderer welcome;
  private final PasswordForgottenRenderer forgotten;
  private final int port;

  PasswordLinkTests(
      @Autowired Accounts accounts,
      @Autowired JdbcTemplate jdbc,
      @Autowired MovableClock clock,
      @Autowired TransactionTemplate transaction,
      @Autowired ApplicationEventPublisher events,
      @Autowired PasswordWelcomeRenderer welcome,
      @Autowired PasswordForgottenRenderer forgotten,
      @LocalServerPort int port) {
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
    this.welcome = welcome;
    this.forgotten = forgotten;
    this.port = port;
  }

  @BeforeEach
  void people() {
    jdbc.update("insert into department (id, name, active) values ('billing', 'Billing', true)");
    work(ANA, "Ana Gómez Ruiz", "ana@example.com", "es");
    work(BEN, "Ben Li", "ben@example.com", "en");
    accounts.synchronize(
        List.of(
            new Account(ANA, "Ana Gómez Ruiz", "ana@example.com", Set.of(Groups.MANAGERS)),
            new Account(BEN, "Ben Li", "ben@example.com", Set.of(Groups.MANAGERS)),
            new Account("no.mail", "Cleo Park", null, Set.of(Groups.MANAGERS))),
        Map.of(Groups.MANAGERS, "Managers"),
        Set.of());
  }

  private void work(String id, String name, String mail, String language) {
    jdbc.update(
        """
        insert into person (id, name, mail, department_id, heritage, language, active)
        values (?, ?, ?, 'billing', 'Alpha', ?, true)
        """,
        id,
        name,
        mail,
        language);
  }

  /** Like an import without an initial password. */
  private void open(String... ids) {
    transaction.executeWithoutResult(
        status -> {
          for (var id : ids) {
            jdbc.update("update ACT_ID_USER set PWD_ = ? where ID_ = ?", "{none}" + id, id);
          }
          events.publishEvent(new AccountsOpened(List.of(ids)));
        });
  }

  @Test
  void aNewPersonChoosesAPasswordByTheLinkInTheMail() {
    open(ANA, BEN);
    assertThat(accounts.login(ANA, "secret")).isEmpty();
    var mailContent = letter(welcome, ANA);
    assertThat(mailContent.subject()).isEqualTo("Elige tu contraseña de Customer focus");
    assertThat(mailContent.text()).contains("Hola, Ana Gómez Ruiz", ANA, "siete días");
    assertThat(mailContent.html()).contains("lang=\"es\"", linkIn(mailContent));

    var done = set(linkIn(mailContent), NEW);

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("Tu contraseña está guardada");
    assertThat(accounts.login(ANA, NEW)).isPresent();
    assertThat(accounts.login(BEN, NEW)).isEmpty();
  }

  @Test
  void lookingChangesNothing() {
    open(BEN);
    var link = linkIn(letter(welcome, BEN));
    var before = stored(BEN);

    assertThat(get(link).body()).contains("Hello Ben Li", "value=\"1002\"");
    assertThat(get(link).statusCode()).isEqualTo(200);

    assertThat(stored(BEN)).isEqualTo(before);
    assertThat(set(link, NEW).statusCode()).isEqualTo(200);
  }

  @Test
  void aLinkWorksOnce() {
    open(BEN);
    var link = linkIn(letter(welcome, BEN));
    set(link, NEW);

    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(get(link).body()).contains("This link no longer works");
    assertThat(set(link, "another long password").statusCode()).isEqualTo(404);
    assertThat(accounts.login(BEN, NEW)).isPresent();
  }

  @Test
  void aPasswordThatWasSetOtherwiseEndsTheLink() {
    open(BEN);
    var first = linkIn(letter(welcome, BEN));
    clock.moveBy(PasswordLinkRequests.PAUSE);
    ask(BEN, "en");
    set(linkIn(letter(forgotten, BEN)), NEW);

    assertThat(get(first).statusCode()).isEqualTo(404);
    assertThat(write(welcome, BEN)).as("a welcome that was not sent yet").isEmpty();
  }

  @Test
  void aLinkEnds() {
    open(BEN);
    var link = linkIn(letter(welcome, BEN));
    ask(ANA, "en");
    var another = linkIn(letter(forgotten, ANA));

    clock.moveBy(Duration.ofHours(2));
    assertThat(get(another).statusCode()).isEqualTo(404);
    clock.moveBy(Duration.ofDays(7).minusHours(2).minusSeconds(1));
    assertThat(get(link).statusCode()).isEqualTo(200);
    clock.moveBy(Duration.ofSeconds(1));
    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(set(link, NEW).statusCode()).isEqualTo(404);
    assertThat(accounts.login(BEN, NEW)).isEmpty();
  }

  @Test
  void aLinkThatWasTamperedWithOpensNothing() {
    open(BEN);
    var link = linkIn(letter(welcome, BEN));
    var token = link.substring("/password/".length(), link.indexOf('?'));

    for (var at = 0; at < token.length() - 1; at++) {
      var other = token.charAt(at) == 'A' ? 'B' : 'A';
      var altered = token.substring(0, at) + other + token.substring(at + 1);
      assertThat(set("/password/" + altered, NEW).statusCode()).as(altered).isEqualTo(404);
    }
    for (var cut : List.of("", "x", "x/y", token.substring(1), token + "AAAA", token + "/z")) {
      assertThat(get("/password/" + cut).statusCode()).as(cut).isIn(200, 404);
      assertThat(get("/password/" + cut).body()).as(cut).doesNotContain("Ben Li");
    }
    assertThat(accounts.login(BEN, NEW)).isEmpty();
  }

  @Test
  void anAccountThatIsGoneHasNoLink() {
    open(BEN);
    var link = linkIn(letter(welcome, BEN));

    accounts.synchronize(List.of(), Map.of(), Set.of(BEN));

    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(write(welcome, BEN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a,                     en, too short
          gomez-2026-verano,     en, leave out your name
          password1234,          en, too easy to guess
          a,                     es, demasiado corta
          """)
  void aWeakPasswordIsRefusedInASentence(String weak, String language, String sentence) {
    ask(ANA, language);
    var link = linkIn(letter(forgotten, ANA)).replaceFirst("=..$", "=" + language);

    var answer = set(link, weak);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(sentence).doesNotContain(weak + "\"");
    assertThat(accounts.login(ANA, "secret")).isPresent();
  }

  @Test
  void twoDifferentPasswordsAreNotTaken() {
    ask(BEN, "en");
    var link = linkIn(letter(forgotten, BEN));

    var answer =
        post(link, Map.of("password", NEW, "again", "tulips under a fridge", "language", "en"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("two different passwords");
  }

  @Test
  void aPersonWhoForgotThePasswordGetsALinkInTheirLanguage() {
    ask(ANA, "en");

    assertThat(letter(forgotten, ANA).subject()).startsWith("Elige una contraseña nueva");
    set(linkIn(letter(forgotten, ANA)), NEW);
    assertThat(accounts.login(ANA, NEW)).isPresent();
    assertThat(accounts.login(ANA, "secret")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {ANA, "nobody", "no.mail", "", "' or 1=1 --", "ana\0"})
  void theAnswerIsTheSameForEveryId(String id) {
    var answer = ask(id, "en");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(ask("someone.else", "en").body());
    assertThat(answer.body()).contains("If there is an account with this login id");
    assertThat(mails()).isEqualTo(id.equals(ANA) ? 1 : 0);
  }

  @Test
  void repeatedRequestsDoNotFillAMailbox() {
    for (var times = 0; times < 5; times++) {
      ask(ANA, "en");
    }
    assertThat(mails()).isOne();

    clock.moveBy(PasswordLinkRequests.PAUSE);
    ask(ANA, "en");
    assertThat(mails()).isEqualTo(2);
  }

  @Test
  void oneAddressCannotRequestMailsForAllAccounts() {
    for (var id = 0; id <= 20; id++) {
      assertThat(ask("m" + id, "en").statusCode()).isEqualTo(200);
    }

    var refused = ask(ANA, "es");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Se han pedido demasiados enlaces");
    assertThat(mails()).isZero();
    clock.moveBy(Duration.ofSeconds(1));
    assertThat(ask(ANA, "es").statusCode()).isEqualTo(200);
  }

  @Test
  void forThousandsOfNewPeopleThereIsOneMailEach() {
    var ids = IntStream.range(0, 2500).mapToObj(n -> "m" + n).toList();
    jdbc.batchUpdate(
        """
        insert into person (id, name, mail, department_id, heritage, language, active)
        values (?, 'Manager', 'manager@example.com', 'billing', 'Alpha', 'en', true)
        """,
        ids.stream().map(id -> new Object[] {id}).toList());
    var opened = new AccountsOpened(ids);

    transaction.executeWithoutResult(status -> events.publishEvent(opened));
    assertThat(mails()).isEqualTo(2500);

    clock.moveBy(Duration.ofDays(30));
    transaction.executeWithoutResult(status -> events.publishEvent(opened));
    assertThat(mails()).as("after they left and came back").isEqualTo(5000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/password", "/password/sent", "/password/anything", "/password/a/b"})
  void thePagesNeedNoLoginAndTrustNoOtherSite(String path) {
    var answer = get(path);

    assertThat(answer.statusCode()).isIn(200, 404);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void thePageSpeaksTheBrowsersLanguage() throws Exception {
    var request =
        HttpRequest.newBuilder(address("/password")).header("Accept-Language", "es-MX,en;q=0.5");

    assertThat(http.send(request.build(), BodyHandlers.ofString()).body())
        .contains("<html lang=\"es\"", "¿Has olvidado tu contraseña?");
    assertThat(get("/password").body()).contains("<html lang=\"en\"", "Forgot your password?");
  }

  private int mails() {
    return jdbc.queryForObject("select count(*) from notice", Integer.class);
  }

  private String stored(String id) {
    return jdbc.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, id);
  }

  private MailContent letter(NoticeRenderer writer, String person) {
    return write(writer, person).values().iterator().next();
  }

  private Map<Long, MailContent> write(NoticeRenderer writer, String person) {
    var notices =
        jdbc.query(
            "select * from notice where kind = ? and recipient_id = ? order by id desc",
            (row, number) ->
                new Notice(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getLong("subject_id"),
                    row.getLong("occasion"),
                    new Recipient(
                        row.getString("recipient_id"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("language"),
                        ZoneOffset.UTC)),
            writer.kind(),
            person);
    return writer.write(notices);
  }

  private static String linkIn(MailContent mailContent) {
    var link = LINK.matcher(mailContent.text());
    assertThat(link.find()).as(mailContent.text()).isTrue();
    return link.group(1);
  }

  private HttpResponse<String> ask(String id, String language) {
    return post("/password", Map.of("id", id, "language", language));
  }

  private HttpResponse<String> set(String link, String password) {
    var language = link.contains("language=es") ? "es" : "en";
    return post(link, Map.of("password", password, "again", password, "language", language));
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address(path)).header("Accept-Language", "en").build());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    var form =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .reduce((all, one) -> all + "&" + one)
            .orElseThrow();
    return send(
        HttpRequest.newBuilder(address(path.replaceFirst("\\?.*", "")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}

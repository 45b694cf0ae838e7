package com.customerfocus.attachment.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Accounts;
import com.customerfocus.attachment.Attachment;
import com.customerfocus.attachment.Attachments;
import com.customerfocus.attachment.FilesOfPromises;
import com.customerfocus.attachment.SampleFiles;
import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseService;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.SampleAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Downloads by the API, with each request a login, and by the browser that is logged in to
 * Tasklist.
 */
@CustomerFocusTest
class AttachmentControllerTests {

  private static final String ANA = SampleAccounts.ANA + ":secret";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Attachments attachments;
  private final Accounts accounts;
  private final PromiseService promises;
  private final MovableClock clock;
  private final int port;
  private long promise;

  @Autowired
  AttachmentControllerTests(
      Attachments attachments,
      Accounts accounts,
      PromiseService promises,
      MovableClock clock,
      @LocalServerPort int port) {
    this.attachments = attachments;
    this.accounts = accounts;
    this.promises = promises;
    this.clock = clock;
    this.port = port;
  }

  @BeforeEach
  void anaMadeAPromise() {
    SampleAccounts.create(accounts);
    var made =
        new NewPromise(
            SampleAccounts.ANA,
            Party.department("care"),
            "Call back",
            clock.instant().plus(Duration.ofDays(7)),
            new PromiseSource("cascade", 7));
    promise = promises.make(List.of(made)).get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"><svg onload=x>.jpg",
        "Türmaße año.jpg",
        "照片 🎉.jpg",
        "100%; filename=x.html, a='b'\".jpg"
      })
  void aFileIsDownloadedByteByByteUnderItsName(String name) {
    var content = SampleFiles.of("jpg", 300_000);
    var file = add(name, content);

    var answer = get(file, ANA);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(header(answer, "Content-Length")).isEqualTo("300000");
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment; ");
    assertThat(nameIn(answer)).isEqualTo(file.name());
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf, pdf, application/pdf",
    "a.png, png, image/png",
    "a.jpg, jpg, image/jpeg",
    "a.gif, gif, image/gif",
    "a.webp, webp, image/webp",
    "a.svg, svg, application/octet-stream",
    "a.html, html, application/octet-stream",
    "a.txt, html, application/octet-stream",
    "a.xml, xml, application/octet-stream",
    "a.txt, text, application/octet-stream",
    "a.docx, zip, application/octet-stream",
    "a, junk, application/octet-stream"
  })
  void noBrowserOpensAFileAsAPage(String name, String content, String type) {
    var answer = get(add(name, SampleFiles.of(content)), ANA);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertDownloadOnly(answer, type);
  }

  private static void assertDownloadOnly(HttpResponse<?> answer, String type) {
    assertThat(answer.headers().allValues("Content-Type")).containsExactly(type);
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment; ");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/*", "application/json", "*/*;q=0.1"})
  void whatAClientWouldRatherHaveChangesNothing(String accepted) {
    var file = add("a.html", SampleFiles.of("html"));

    var answer = get("/api/attachments/" + file.id(), ANA, accepted);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(answer.body()).isEqualTo(SampleFiles.of("html"));
  }

  @Test
  void aFileThatOthersAttachedToWhatIsTheirsIsAnsweredLikeOneThatIsNotThere() {
    var file = add("secret.txt", SampleFiles.of("text"));

    for (var login : List.of("ben:secret", "olga:secret", "dan:secret", "admin:admin-secret")) {
      assertProblem(get(file, login), 404, "no attachment " + file.id());
    }
    assertProblem(get("/api/attachments/999999", ANA, "*/*"), 404, "There is no attachment 999999");
    assertProblem(get("/api/attachments/mine", ANA, "*/*"), 400, "mine");
  }

  @Test
  void withoutALoginItSaysHowToLogIn() {
    var file = add("secret.txt", SampleFiles.of("text"));

    assertProblem(get(file, null), 401, "Log in with HTTP Basic");
    assertProblem(get(file, SampleAccounts.ANA + ":wrong"), 401, "Log in with HTTP Basic");
  }

  @Test
  void whatIsRemovedIsNotDownloadedAnyMore() {
    var file = add("a.txt", SampleFiles.of("text"));
    attachments.remove(file.subject().kind(), List.of(promise));

    assertProblem(get(file, ANA), 404, "no attachment");
  }

  @Test
  void theBrowserDownloadsWhatItsLoginMayRead() {
    var content = SampleFiles.of("svg");
    var file = add("\"><svg onload=x>.svg", content);
    var anas = loggedIn(SampleAccounts.ANA, "secret");

    var answer = anas.download("/camunda/api/attachments/" + file.id());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(nameIn(answer)).isEqualTo("\"><svg onload=x>.svg");
    assertDownloadOnly(answer, "application/octet-stream");
  }

  @Test
  void theBrowserDownloadsNothingElse() {
    var file = add("secret.txt", SampleFiles.of("text"));

    assertProblem(download(new HttpBrowser(address()), file.id()), 401, "Log in first.");
    for (var other :
        List.of(loggedIn(SampleAccounts.BEN, "secret"), loggedIn("admin", "admin-secret"))) {
      assertProblem(download(other, file.id()), 404, "does not exist");
      assertProblem(download(other, 999_999), 404, "does not exist");
    }
  }

  private HttpBrowser loggedIn(String id, String password) {
    var browser = new HttpBrowser(address());
    assertThat(browser.logIn(id, password).statusCode()).isEqualTo(200);
    return browser;
  }

  private static HttpResponse<byte[]> download(HttpBrowser browser, long id) {
    return browser.download("/camunda/api/attachments/" + id);
  }

  private String address() {
    return "http://localhost:" + port;
  }

  private Attachment add(String name, byte[] content) {
    return attachments.add(FilesOfPromises.promise(promise), name, content, SampleAccounts.ANA);
  }

  private HttpResponse<byte[]> get(Attachment file, String login) {
    return get("/api/attachments/" + file.id(), login, "*/*");
  }

  private HttpResponse<byte[]> get(String path, String login, String accept) {
    var request = HttpRequest.newBuilder(URI.create(address() + path)).header("Accept", accept);
    if (login != null) {
      request.header("Authorization", BasicLogin.header(login));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** As browsers read it: RFC 5987. */
  private static String nameIn(HttpResponse<?> answer) {
    var encoded = header(answer, "Content-Disposition").split("filename\\*=UTF-8''", 2)[1];
    assertThat(encoded)
        .as("no character that means something in a header")
        .matches("[!-~&&[^\"';,<>\\\\]]+");
    return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String said) {
    var body = new String(answer.body(), ISO_8859_1);
    assertThat(answer.statusCode()).as(body).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).matches("application/(problem\\+)?json.*");
    assertThat(body).contains(said);
  }
}

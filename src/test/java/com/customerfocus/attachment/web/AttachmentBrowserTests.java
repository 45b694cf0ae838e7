package com.customerfocus.attachment.web;

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
import com.customerfocus.testing.Chromium;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.SampleAccounts;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links to attached files in Tasklist, in a real browser. */
@CustomerFocusTest
@Tag("browser")
class AttachmentBrowserTests {

  private final Attachments attachments;
  private final Accounts accounts;
  private final PromiseService promises;
  private final MovableClock clock;
  private final String address;
  private long promise;

  @Autowired
  AttachmentBrowserTests(
      Attachments attachments,
      Accounts accounts,
      PromiseService promises,
      MovableClock clock,
      @LocalServerPort int port) {
    this.attachments = attachments;
    this.accounts = accounts;
    this.promises = promises;
    this.clock = clock;
    this.address = "http://localhost:" + port;
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

  @Test
  void aFileThatHoldsAScriptIsSavedAndNotOpened() throws IOException {
    try (var window = Chromium.shared().newContext(new Browser.NewContextOptions())) {
      var page = window.newPage();
      new Tasklist(page, address, SampleAccounts.ANA);
      // Until Tasklist has chosen a filter, its change of address would cancel a download.
      page.waitForURL(Pattern.compile("filter="));

      for (var target : List.of("", "_blank")) {
        for (var type : List.of("svg", "html", "pdf", "png")) {
          var content = SampleFiles.of(type);
          var file = attach("Türmaße año." + type, content);

          var download = page.waitForDownload(() -> click(page, file, target));

          assertThat(download.suggestedFilename()).isEqualTo("Türmaße año." + type);
          assertThat(Files.readAllBytes(download.path())).isEqualTo(content);
        }
      }
      assertThat(page.url()).contains("/tasklist/");
    }
  }

  private Attachment attach(String name, byte[] content) {
    return attachments.add(FilesOfPromises.promise(promise), name, content, SampleAccounts.ANA);
  }

  private static void click(Page page, Attachment file, String target) {
    page.evaluate(
        """
        ([href, target]) => {
          const link = document.body.appendChild(document.createElement('a'));
          link.href = href;
          link.target = target;
          link.click();
          link.remove();
        }
        """,
        List.of("/camunda/api/attachments/" + file.id(), target));
  }
}

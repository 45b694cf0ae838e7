package com.customerfocus.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real browser of tests that look at pages: the Chromium that is installed here. */
public final class Chromium {

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

  private static Chromium shared;

  private final Browser browser;

  private Chromium(Path program) {
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    ProgramsEnd.add(playwright);
  }

  /**
   * The one that all tests of this Java process use, each with windows of its own; it ends with the
   * process. Where no Chromium is installed, the test is skipped and says so; in CI, where that
   * would go unread, it fails.
   */
  public static Chromium shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static Chromium start() {
    var program = find();
    if (program.isEmpty()) {
      var missing = "No Chromium found on the PATH: install it to run the tests in a browser.";
      if ("true".equals(System.getenv("CI"))) {
        return fail(missing);
      }
      // Maven does not report a class that is skipped as a whole.
      LOG.warn("{} These are skipped.", missing);
      return abort(missing);
    }
    return new Chromium(program.get());
  }

  private static Optional<Path> find() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window without cookies or history, which the caller closes. */
  public BrowserContext newContext(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }
}

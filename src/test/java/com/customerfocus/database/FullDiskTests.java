package com.customerfocus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CompanyProgram;
import com.customerfocus.testing.FullDisk;
import com.customerfocus.testing.LogLines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The whole program, with sweeps, jobs and mails, on a disk that becomes full: it reports that
 * without flooding the log, and recovers without a restart once there is room.
 */
@CompanyProgram
class FullDiskTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration A_WHILE = Duration.ofSeconds(5);

  private final String address;
  private final StorageHealthIndicator storage;

  FullDiskTests(@LocalServerPort int port, @Autowired StorageHealthIndicator storage) {
    this.address = "http://localhost:" + port;
    this.storage = storage;
  }

  @AfterEach
  void room() {
    FullDisk.makeRoom();
  }

  /** Repeated: which thread fails first, and which reopens the database, differs. */
  @RepeatedTest(3)
  void itSaysSoAndGoesOnWhenThereIsRoom() {
    assertThat(importOf(Company.tree(2, 1)).statusCode()).isEqualTo(200);
    try (var log = new LogLines()) {
      FullDisk.fill();
      assertThat(importOf(Company.tree(3, 1)).statusCode()).isEqualTo(503);
      for (var i = 0; i < 20; i++) {
        assertThat(importOf(Company.tree(3, 1)).statusCode()).isEqualTo(503);
      }
      assertThat(get("/memo/x").statusCode()).isIn(404, 503);
      await().pollDelay(A_WHILE).until(() -> true);

      // Depending on the moment, the login for the details may fail.
      assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
      assertThat(storage.health().getDetails().toString())
          .contains("The database cannot write (No space left on device). Make room on its disk");
      assertThat(log.all()).hasSizeLessThan(60);
      assertThat(log.all())
          .filteredOn(line -> line.contains("The database does not answer, or cannot write"))
          .hasSizeLessThanOrEqualTo(1);
    }

    FullDisk.makeRoom();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(importOf(Company.tree(3, 1)).statusCode()).isEqualTo(200);
              assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
            });
  }

  private HttpResponse<String> importOf(Company company) {
    return send(
        HttpRequest.newBuilder(URI.create(address + "/api/organization/imports"))
            .header("Content-Type", "multipart/form-data; boundary=xx")
            .POST(
                BodyPublishers.ofString(
                    "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                        + company.csv()
                        + "\r\n--xx--\r\n")));
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request
              .header("Authorization", BasicLogin.header("admin:" + CompanyProgram.PASSWORD))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

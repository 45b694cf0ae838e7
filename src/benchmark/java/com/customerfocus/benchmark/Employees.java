package com.customerfocus.benchmark;

import com.customerfocus.cascade.receipt.ReceiptLinks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * The employees, who open the link of their mail, press the button and see the page they are led
 * to, over HTTP as a browser does it: 16 at a time, in no order, on all nodes in turn.
 */
final class Employees {

  /** Between address and status in the message of a failure. */
  static final String ANSWERED = " answered ";

  private static final int AT_A_TIME = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** People without a team; those with the memo first, because not all managers may take part. */
  private static final String RECEIPTS =
      """
      select r.id
        from receipt r
       where r.state in ('PENDING', 'BRIEFED')
         and not exists (select 1 from receipt below
                          where below.cascade_id = r.cascade_id
                            and below.briefed_by = r.person_id)
       order by case when exists (select 1 from briefing b
                                   where b.cascade_id = r.cascade_id
                                     and b.manager_id = r.briefed_by and b.state in ('WAITING', 'DONE'))
                     then 0 else 1 end, r.id
       fetch first ? rows only
      """;

  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final List<URI> addresses;
  private final ReceiptLinks links;
  private final long[] receipts;

  Employees(Program program, Settings settings) {
    this.addresses = program.addresses();
    this.links = program.context().getBean(ReceiptLinks.class);
    this.receipts = receipts(program, settings.acknowledgements());
    shuffle(receipts);
  }

  private static long[] receipts(Program program, int most) {
    try (var rows = program.aside().queryForStream(RECEIPTS, (row, n) -> row.getLong(1), most)) {
      return rows.mapToLong(Long::longValue).toArray();
    }
  }

  private static void shuffle(long[] numbers) {
    var random = new Random(1);
    for (var i = numbers.length - 1; i > 0; i--) {
      var j = random.nextInt(i + 1);
      var number = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = number;
    }
  }

  /** How many of them take part. */
  int acknowledgements() {
    return receipts.length;
  }

  void acknowledge(Work work) throws Exception {
    work.inParallel(AT_A_TIME, receipts.length, this::acknowledge);
  }

  private void acknowledge(long number) throws Exception {
    var path = URI.create(links.urlFor(receipts[(int) number])).getPath();
    var page = addresses.get((int) (number % addresses.size())).resolve(path);
    expect(200, true, get(page));
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(page + "/acknowledgement"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("version=1")));
    expect(303, false, answer);
    expect(200, false, get(page.resolve(answer.headers().firstValue("Location").orElseThrow())));
  }

  private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(page).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  private static void expect(int status, boolean button, HttpResponse<String> answer) {
    if (answer.statusCode() != status || answer.body().contains("/acknowledgement") != button) {
      throw new IllegalStateException(
          answer.uri() + ANSWERED + answer.statusCode() + ": " + answer.body());
    }
  }
}

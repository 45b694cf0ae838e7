package com.customerfocus.incoming.web;

import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Groups;
import com.customerfocus.api.Paging;
import com.customerfocus.incoming.IncomingMails;
import com.customerfocus.incoming.IncomingMails.Filter;
import com.customerfocus.incoming.MailState;
import com.customerfocus.incoming.message.MailKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Mails that came in, without their content, which only the person whose work it is gets to see.
 * Times are ISO 8601 in UTC.
 */
@Tag(name = "Incoming mails", description = "Which mails came in, and what became of them")
@RestController
@RequestMapping("/api/incoming-mails")
class IncomingMailController {

  private static final Duration USUAL_TIME = Duration.ofDays(30);

  private final IncomingMails mails;
  private final Clock clock;

  IncomingMailController(IncomingMails mails, Clock clock) {
    this.mails = mails;
    this.clock = clock;
  }

  /** One page of mails, and the figures of all that were received in the same time. */
  record IncomingMailPage(
      int page, int size, List<IncomingMails.Figure> figures, List<IncomingMails.Entry> mails) {}

  @Operation(
      summary = "Mails that came in, newest first, and how many there are of each kind and state",
      description =
          """
          Never who wrote a mail, nor what: a mail is found in the mailbox by its Message-ID. Page \
          by page; a page after the last one is empty. The figures count all mails received in the \
          time, of every kind and state.""")
  @ApiResponse(responseCode = "200", description = "Figures, and one page of mails")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  IncomingMailPage mails(
      @Parameter(description = "Of this kind") @RequestParam(required = false) MailKind kind,
      @Parameter(description = "In this state") @RequestParam(required = false) MailState state,
      @Parameter(
              description =
                  "Received at this moment or later, such as 2026-03-02T09:00:00Z; without it those"
                      + " of the last 30 days")
          @RequestParam(required = false)
          Instant from,
      @Parameter(description = "Received before this moment, such as 2026-03-09T09:00:00Z")
          @RequestParam(required = false)
          Instant until,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    var end = until == null ? clock.instant().plusSeconds(1) : until;
    var start = from == null ? end.minus(USUAL_TIME) : from;
    return new IncomingMailPage(
        page,
        size,
        mails.figures(start, end),
        mails.mails(new Filter(kind, state, start, end), page * size, size));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiReaders readersOfIncomingMails() {
      return ApiReaders.of("/api/incoming-mails", Groups.PROCESS_OWNERS);
    }
  }
}

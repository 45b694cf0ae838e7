package com.customerfocus.handoff.report.web;

import com.customerfocus.engine.request.SessionActors;
import com.customerfocus.engine.request.SessionController;
import com.customerfocus.engine.request.SessionRequests;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.handoff.HandoffView.Wished;
import com.customerfocus.handoff.report.OpenForCustomer;
import com.customerfocus.handoff.report.OpenForCustomer.Open;
import com.customerfocus.handoff.report.UsualAnswers;
import com.customerfocus.organization.Department;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the start form of a handoff asks while a person fills it in. Whether a department has open
 * handoffs for a customer is told to employees who know the customer's exact reference, with which
 * they could ask for another one.
 */
@SessionController
class StartFormController {

  private static final String PATH = "/camunda/api/handoffs";

  private final HandoffView handoffs;
  private final UsualAnswers usual;
  private final OpenForCustomer open;
  private final HandoffService service;
  private final AskingDepartment asking;
  private final SessionActors actors;

  StartFormController(
      HandoffView handoffs,
      UsualAnswers usual,
      OpenForCustomer open,
      HandoffService service,
      AskingDepartment asking,
      SessionActors actors) {
    this.handoffs = handoffs;
    this.usual = usual;
    this.open = open;
    this.service = service;
    this.asking = asking;
    this.actors = actors;
  }

  /**
   * A department that can be asked.
   *
   * @param usual how long it usually takes to answer, in words
   */
  record Partner(String id, String label, String usual) {}

  /**
   * Open handoffs of a customer.
   *
   * @param words null when there are none
   */
  record Warning(String words, List<Entry> handoffs) {}

  /**
   * One of them.
   *
   * @param words number, need, who asked when, and until when it is promised
   */
  record Entry(Open handoff, String words) {}

  /** Whether the person follows the handoff only since now. */
  record Joined(long id, boolean isNew, String words) {}

  @GetMapping(PATH + "/partners")
  List<Partner> partners() {
    var departments = asking.partnersFor(actors.current());
    var words = usual.of(departments);
    return departments.stream()
        .map(it -> new Partner(it.id(), it.name(), words.get(it.id()).forReader()))
        .toList();
  }

  @GetMapping(PATH + "/open")
  Warning open(
      @RequestParam(defaultValue = "") String customer,
      @RequestParam(defaultValue = "") String partner) {
    var reader = actors.current();
    var department = asking.partnerOf(reader, partner);
    var found = open.of(Typed.storable(customer), department.id(), reader.id());
    return new Warning(
        found.isEmpty()
            ? null
            : new Sentence("handoff.open", found.size(), department.name()).forReader(),
        found.stream().map(it -> new Entry(it, words(it, department))).toList());
  }

  private String words(Open it, Department partner) {
    var asked =
        new Sentence(
                "handoff.open.entry",
                String.valueOf(it.id()),
                it.subject(),
                it.askedBy(),
                handoffs.inWords(partner.id(), it.since()))
            .forReader();
    return it.due() == null
        ? asked
        : "%s %s"
            .formatted(
                asked,
                new Sentence("handoff.open.due", handoffs.inWords(partner.id(), it.due()))
                    .forReader());
  }

  @GetMapping(PATH + "/moment")
  Wished moment(
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String typed) {
    return handoffs.wished(Typed.storable(partner), typed);
  }

  /**
   * @param body {@code customer}: the reference
   */
  @PostMapping(PATH + "/{id}/followers")
  Joined join(@PathVariable long id, @RequestBody JsonNode body) {
    var customer = body.path("customer");
    if (!customer.isTextual()) {
      throw new InvalidInputException("refusal.handoff.customer-missing");
    }
    var isNew = service.join(id, Typed.storable(customer.asText()), actors.current());
    return new Joined(id, isNew, new Sentence("handoff.open.joined").forReader());
  }

  @Configuration(proxyBeanMethods = false)
  static class Requests {

    @Bean
    SessionRequests requestsForPartners() {
      return SessionRequests.inTasklist(HttpMethod.GET, PATH + "/partners");
    }

    @Bean
    SessionRequests requestsForOpenHandoffs() {
      return SessionRequests.inTasklist(HttpMethod.GET, PATH + "/open");
    }

    @Bean
    SessionRequests requestsForWishedMoments() {
      return SessionRequests.inTasklist(HttpMethod.GET, PATH + "/moment");
    }

    @Bean
    SessionRequests requestsToJoin() {
      return SessionRequests.inTasklist(HttpMethod.POST, PATH + "/{id}/followers");
    }
  }
}

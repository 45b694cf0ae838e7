package com.customerfocus.customercase.demo;

import com.customerfocus.demo.DemoTime;
import com.customerfocus.engine.demo.DemoForms;
import com.customerfocus.engine.demo.DemoPast;
import com.customerfocus.engine.demo.DemoPast.Clocks;
import com.customerfocus.engine.demo.DemoPast.Step;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The demo's cases. Each step of a file is taken by its person in Tasklist's forms, or by the
 * customer or the contact outside on their pages, at a moment of the past. Mail servers took news
 * at once, and between the steps clocks run out when they did.
 */
@Component
@Profile("demo")
class DemoCases {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

  private static final String PROCESS = "stay-with-customer";

  private static final Clocks CLOCKS =
      new Clocks(
          Set.of(
              "clocks",
              "promises",
              "news",
              "comfort",
              "introduction",
              "findout",
              "surveys",
              "followups"),
          Set.of("partner-handoff", "goodwill", "hand-over-ownership", "case-escalation"));

  /** The number of a case in a text, such as {@code {moved house}}. */
  private static final Pattern NUMBER = Pattern.compile("\\{([^}]+)}");

  private final DemoTime time;
  private final DemoPast past;
  private final DemoForms forms;
  private final DemoOutsiders outsiders;
  private final Resource file;

  /** Numbers of the cases by their names in the file. */
  private final Map<String, String> cases = new HashMap<>();

  DemoCases(
      DemoTime time,
      DemoPast past,
      DemoForms forms,
      DemoOutsiders outsiders,
      @Value("${customer-focus.cases.file}") Resource file) {
    this.time = time;
    this.past = past;
    this.forms = forms;
    this.outsiders = outsiders;
    this.file = file;
  }

  /** After the handoffs. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(3)
  void fill() throws IOException {
    var stories = new ObjectMapper().readTree(file.getInputStream());
    var steps = new ArrayList<Step>();
    for (var story : stories.properties()) {
      for (var what : story.getValue()) {
        steps.add(past.step(story.getKey(), what));
      }
    }
    past.take(steps, CLOCKS, time::at, this::take);
    LOG.info("Cases of {}: {}", file.getDescription(), cases.size());
  }

  private void take(Step step) {
    outsiders.takeMails();
    var what = step.what();
    if (what.has("customer")) {
      outsiders.customer(number(step.story()), what);
    } else if (what.has("contact")) {
      outsiders.contact(number(step.story()), what);
    } else {
      fillIn(step);
    }
    outsiders.takeMails();
  }

  private void fillIn(Step step) {
    var what = step.what();
    var person = what.get("by").asText();
    var fields = DemoForms.variables(what.get("form"), text -> numbered(past.dated(step, text)));
    if (what.has("task")) {
      var task = forms.task(PROCESS, cases.get(step.story()), what.get("task").asText());
      forms.complete(person, task, fields);
    } else if (what.has("process")) {
      forms.start(person, what.get("process").asText(), fields);
    } else {
      cases.put(step.story(), forms.start(person, PROCESS, fields).about());
    }
  }

  private long number(String story) {
    return Long.parseLong(cases.get(story));
  }

  private String numbered(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(cases.get(found.group(1))));
  }
}

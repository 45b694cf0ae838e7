package com.customerfocus.engine.identity;

import com.customerfocus.access.AccessProperties;
import com.customerfocus.access.Groups;
import com.customerfocus.support.Texts;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the demo's accounts on the login page. */
@Component
@Profile("demo")
class DemoLogins {

  private static final Logger log = LoggerFactory.getLogger(DemoLogins.class);
  private static final List<String> WORTH_TRYING =
      List.of(
          Groups.SENIOR_OFFICERS,
          Groups.COMMUNICATIONS,
          Groups.MANAGERS,
          Groups.PROCESS_OWNERS,
          Groups.FRONT_LINE,
          Groups.ADMINISTRATORS);

  private final IdentityService identity;
  private final AccessProperties settings;

  DemoLogins(IdentityService identity, AccessProperties settings) {
    this.identity = identity;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order
  void print() {
    for (var group : WORTH_TRYING) {
      identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().listPage(0, 1).stream()
          .forEach(user -> print(group, user));
    }
  }

  private void print(String group, User user) {
    var password =
        user.getId().equals(settings.administrator().id())
            ? settings.administrator().password()
            : settings.accounts().initialPassword();
    log.info(
        "Log in as {} with password {}: {}, {}",
        user.getId(),
        password,
        Texts.strip("%s %s".formatted(user.getFirstName(), user.getLastName())),
        group);
  }
}

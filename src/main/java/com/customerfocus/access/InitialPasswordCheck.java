package com.customerfocus.access;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with an initial password for all accounts, outside the demo, where other
 * machines can reach the program: it is meant for trying it on one's own machine.
 */
@Component
class InitialPasswordCheck {

  InitialPasswordCheck(
      AccessProperties settings,
      Environment environment,
      @Value("${server.address:}") String listensOn) {
    if (settings.accounts().areForTrying()
        && !environment.acceptsProfiles(Profiles.of("demo"))
        && !isLoopback(listensOn)) {
      throw new InvalidSettingException(
          "customer-focus.accounts.initial-password gives all accounts the same password, and other"
              + " machines can reach this program.",
          "Unset it: each person with an account then gets a mail with a link to choose a password."
              + " To try the program with it, set server.address=127.0.0.1 as well.");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return !Texts.isBlank(address) && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

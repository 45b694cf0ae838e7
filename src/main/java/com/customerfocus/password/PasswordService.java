package com.customerfocus.password;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.Passwords.Login;
import com.customerfocus.access.Passwords.Outcome;
import com.customerfocus.access.login.LoginThrottle;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What people do about their password without a login. */
@Service
public class PasswordService {

  private final Passwords passwords;
  private final PasswordLinks links;
  private final PasswordLinkRequests mails;
  private final LoginThrottle throttle;

  PasswordService(
      Passwords passwords,
      PasswordLinks links,
      PasswordLinkRequests mails,
      LoginThrottle throttle) {
    this.passwords = passwords;
    this.links = links;
    this.mails = mails;
    this.throttle = throttle;
  }

  /** The account of the link; empty when it is invalid, expired or used. */
  public Optional<Login> opened(String token) {
    return links
        .read(token)
        .flatMap(
            claim ->
                Optional.ofNullable(passwords.find(List.of(claim.id())).get(claim.id()))
                    .filter(login -> links.isTrue(claim, login)));
  }

  /** Sets the password by this link. */
  public Outcome set(String token, String password) {
    return opened(token)
        .map(login -> passwords.set(login.id(), login.fingerprint(), password))
        .orElse(Outcome.OUTDATED);
  }

  /**
   * Sends a link to the account's owner, if the account exists and has a mail address; the caller
   * cannot tell.
   *
   * @param language of the page: {@code en} or {@code es}
   * @return false when there were too many requests from this address
   */
  public boolean forgotten(String id, String language) {
    if (!throttle.mayAskForMail()) {
      return false;
    }
    var login = passwords.find(List.of(id)).get(id);
    if (login != null && login.mail() != null) {
      try {
        mails.forgotten(login, language);
      } catch (DuplicateKeyException e) {
        // A concurrent request sends it.
      }
    }
    return true;
  }
}

package com.customerfocus.engine.identity;

import com.customerfocus.access.Passwords;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/**
 * Password policy: long, not about the owner, not among the first that attackers try. Kinds of
 * characters are not required; they make passwords harder to remember and no harder to guess.
 */
class Policy implements PasswordPolicy {

  private static final List<PasswordPolicyRule> RULES =
      List.of(
          new PasswordPolicyLengthRuleImpl(Passwords.SHORTEST),
          new PersonalDataRule(),
          new GuessableRule());

  @Override
  public List<PasswordPolicyRule> getRules() {
    return RULES;
  }
}

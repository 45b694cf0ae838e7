package com.customerfocus.engine.identity;

import com.customerfocus.access.Passwords;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;

/**
 * Which passwords are taken: long ones that are not about their owner and not among the first that
 * are tried. Kinds of characters are not asked for; they make passwords harder to remember and no
 * harder to guess.
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

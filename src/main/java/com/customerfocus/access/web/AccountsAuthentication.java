package com.customerfocus.access.web;

import com.customerfocus.access.Accounts;
import com.customerfocus.database.DatabaseFailures;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Authenticates users of the API by their Tasklist account; authorities are the ids of its groups.
 */
@Component
class AccountsAuthentication implements AuthenticationProvider {

  private final Accounts accounts;

  AccountsAuthentication(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    return groups(login)
        .map(
            groups ->
                UsernamePasswordAuthenticationToken.authenticated(
                    login.getName(), null, AuthorityUtils.createAuthorityList(groups)))
        .orElseThrow(() -> new BadCredentialsException("Id and password do not match"));
  }

  private Optional<Set<String>> groups(Authentication login) {
    try {
      return accounts.login(login.getName(), String.valueOf(login.getCredentials()));
    } catch (RuntimeException e) {
      if (e instanceof TransactionException
          || e instanceof DataAccessException
          || DatabaseFailures.isAway(e)) {
        throw new AuthenticationServiceException("The database cannot be asked", e);
      }
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}

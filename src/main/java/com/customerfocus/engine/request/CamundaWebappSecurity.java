package com.customerfocus.engine.request;

import com.customerfocus.access.AccessProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Closes what must not be reached of Tasklist, Cockpit and their web interface, and leaves the rest
 * (login, sessions, CSRF tokens, headers) to them.
 */
@Configuration(proxyBeanMethods = false)
class CamundaWebappSecurity {

  /**
   * The setup creates an administrator for any stranger while there is none (CVE-2026-77226); ours
   * is made at start.
   */
  private static final RequestMatcher SETUP =
      new OrRequestMatcher(
          path("/camunda/api/admin/setup/**"),
          path("/camunda/app/admin/setup/**"),
          path("/camunda/app/admin/*/setup/**"));

  @Bean
  @Order(1)
  SecurityFilterChain camundaPagesSecurity(
      HttpSecurity http, WebappLogin logins, AccessProperties settings) throws Exception {
    return http.securityMatcher(path("/camunda/**"))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(SETUP).denyAll().anyRequest().permitAll())
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
        .addFilterAfter(new RequestGuard(logins), AuthorizationFilter.class)
        .headers(
            headers -> {
              // The rest of the headers the pages write themselves.
              headers
                  .defaultsDisabled()
                  .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
              if (settings.https()) {
                headers.httpStrictTransportSecurity(
                    hsts ->
                        hsts.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(false));
              }
            })
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults())
        .build();
  }

  /**
   * The address as a browser sees it. A plain string would be held against what follows the
   * servlet's path, and the web interface has servlets of its own.
   */
  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }
}

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
 * Spring Security chain of Tasklist, Cockpit and their web interface: closes addresses that must
 * not be reached and leaves login, sessions, CSRF tokens and headers to the web applications.
 */
@Configuration(proxyBeanMethods = false)
class CamundaWebappSecurity {

  /**
   * The setup page creates an administrator for any stranger while there is none (CVE-2026-77226);
   * ours is created at start.
   */
  private static final RequestMatcher SETUP =
      new OrRequestMatcher(
          path("/camunda/api/admin/setup/**"),
          path("/camunda/app/admin/setup/**"),
          path("/camunda/app/admin/*/setup/**"));

  @Bean
  @Order(1)
  SecurityFilterChain camundaPagesSecurity(
      HttpSecurity http, WebappLogin logins, DeclaredRequests ours, AccessProperties settings)
      throws Exception {
    return http.securityMatcher(path("/camunda/**"))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(SETUP).denyAll().anyRequest().permitAll())
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
        .addFilterAfter(new RequestGuard(logins, ours), AuthorizationFilter.class)
        .headers(
            headers -> {
              // The pages write the other headers themselves.
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
   * Matches the address that the browser sees. A plain pattern would be matched against the part
   * after the servlet's path, and the web interface has several servlets.
   */
  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }
}

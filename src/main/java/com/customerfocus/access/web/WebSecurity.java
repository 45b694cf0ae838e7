package com.customerfocus.access.web;

import com.customerfocus.access.AccessProperties;
import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Groups;
import com.customerfocus.link.OpenPages;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Authorization of addresses. The API requires a login with each request; personal pages are open,
 * because the link is the key; other addresses answer as not found.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private final AccessProperties settings;

  WebSecurity(AccessProperties settings) {
    this.settings = settings;
  }

  @Bean
  @Order(2)
  SecurityFilterChain apiSecurity(
      HttpSecurity http,
      ApiAuthenticationProblems problems,
      List<ApiCallers> callers,
      List<ApiReaders> readers)
      throws Exception {
    return withoutSession(
            http.securityMatcher(
                "/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/health/**"))
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .authorizeHttpRequests(
            requests -> {
              // One word for everyone who asks; it says itself whom it tells more.
              requests.requestMatchers(HttpMethod.GET, "/actuator/health/**").permitAll();
              callers.forEach(some -> admit(some, requests));
              readers.forEach(some -> admit(some, requests));
              requests.requestMatchers("/api/**").hasAuthority(Groups.ADMINISTRATORS);
              requests.anyRequest().authenticated();
            })
        .headers(this::strictTransport)
        .build();
  }

  private static void admit(
      ApiCallers callers,
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    var groups = callers.groups().toArray(String[]::new);
    if (groups.length == 0) {
      requests.requestMatchers(callers.path()).authenticated();
    } else if (callers.onlyReading()) {
      requests.requestMatchers(HttpMethod.GET, callers.path()).hasAnyAuthority(groups);
      // Its answer says whether there is something, and how long it is.
      requests.requestMatchers(HttpMethod.HEAD, callers.path()).hasAnyAuthority(groups);
    } else {
      requests.requestMatchers(callers.path()).hasAnyAuthority(groups);
    }
  }

  private static void admit(
      ApiReaders readers,
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    var read = requests.requestMatchers(HttpMethod.GET, readers.path());
    if (readers.groups().isEmpty()) {
      read.authenticated();
    } else {
      var groups = Stream.concat(readers.groups().stream(), Stream.of(Groups.ADMINISTRATORS));
      read.hasAnyAuthority(groups.toArray(String[]::new));
    }
  }

  @Bean
  @Order(3)
  // The pages set their own response headers.
  SecurityFilterChain openPageSecurity(HttpSecurity http, List<OpenPages> pages) throws Exception {
    var paths = pages.stream().map(it -> it.path() + "/**").toArray(String[]::new);
    return withoutSession(http.securityMatcher(paths))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(this::strictTransport)
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain everythingElseSecurity(HttpSecurity http, Environment environment)
      throws Exception {
    var isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    AccessDeniedHandler notFound =
        (request, response, refused) -> response.sendError(HttpStatus.NOT_FOUND.value());
    return withoutSession(http)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND))
                    .accessDeniedHandler(notFound))
        .authorizeHttpRequests(
            requests -> {
              requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
              requests.requestMatchers(HttpMethod.GET, "/", "/assets/**").permitAll();
              if (isDemo) {
                requests.requestMatchers("/mailbox/**", "/mailbox.css", "/clock").permitAll();
              }
              requests.anyRequest().denyAll();
            })
        .headers(this::strictTransport)
        .build();
  }

  /** No cookies and no sessions, so cross-site requests have nothing to abuse. */
  private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  private void strictTransport(HeadersConfigurer<HttpSecurity> headers) {
    if (settings.https()) {
      // A proxy may have terminated HTTPS: the request itself does not show it.
      headers.httpStrictTransportSecurity(
          hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(false));
    } else {
      headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
  }
}

package com.customerfocus.access.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who comes without saying where to wants Tasklist. */
@Component
class RootRedirectController implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry pages) {
    pages.addRedirectViewController("/", "/camunda/app/tasklist/");
  }
}

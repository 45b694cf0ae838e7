package com.customerfocus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@CustomerFocusTest
class MailboxInOtherProfilesTests {

  @Test
  void theMailboxExistsInTheDemoOnly(
      @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
    assertThat(pages.getHandlerMethods().keySet())
        .flatExtracting(mapping -> mapping.getPatternValues())
        .noneMatch(path -> path.startsWith("/mailbox"));
  }
}

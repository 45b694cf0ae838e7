package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.legal.LegalProperties.Jurisdiction;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Which laws hold, as a test wants it; none at first. */
public class ChangeableLaws implements Laws {

  private volatile List<Jurisdiction> jurisdictions = List.of();

  void hold(Jurisdiction... changed) {
    jurisdictions = List.of(changed);
  }

  @Override
  public List<Jurisdiction> jurisdictions() {
    return jurisdictions;
  }

  @TestConfiguration
  public static class Configuration {
    @Bean
    @Primary
    ChangeableLaws changeableLaws() {
      return new ChangeableLaws();
    }
  }
}

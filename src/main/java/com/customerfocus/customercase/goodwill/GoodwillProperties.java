package com.customerfocus.customercase.goodwill;

import com.customerfocus.support.InvalidSettingException;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of goodwill.
 *
 * @param currency ISO 4217; of all amounts, as the limits compare their sums
 */
@ConfigurationProperties("customer-focus.goodwill")
record GoodwillProperties(@DefaultValue("EUR") String currency) {

  GoodwillProperties {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          "customer-focus.goodwill.currency is %s.".formatted(currency),
          "Set it to a code of ISO 4217, such as EUR.");
    }
  }
}

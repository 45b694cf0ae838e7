package com.customerfocus.customercase.ownership.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.customercase.ownership.OfferView;
import com.customerfocus.engine.authorization.StartAuthorization;
import com.customerfocus.engine.variable.ReferenceSources;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of an offer, who may make one, and which instances are about a customer. */
@Configuration(proxyBeanMethods = false)
class OwnershipReferences {

  @Bean
  ReferenceSources offerSources(OfferView offers) {
    return ReferenceSources.of(HandOverOwnershipProcess.OFFER_KIND.ofText(offers::offerHtml));
  }

  /** The service lets owners alone offer their cases. */
  @Bean
  StartAuthorization everyoneOffersOwnCases() {
    return StartAuthorization.everyone(HandOverOwnershipProcess.KEY);
  }

  @Bean
  CustomerProcesses processOfOffers(OfferView offers) {
    return new CustomerProcesses() {

      @Override
      public String process() {
        return HandOverOwnershipProcess.KEY;
      }

      @Override
      public List<Long> businessKeys(Subject customer) {
        return offers.ofCustomer(customer.id());
      }
    };
  }
}

package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.legal.LegalProperties.Jurisdiction;
import java.util.List;
import java.util.Optional;

/** Which laws hold where. */
interface Laws {

  /** The first one of a site counts. */
  List<Jurisdiction> jurisdictions();

  /** The one of a site; empty where no deadlines hold. */
  default Optional<Jurisdiction> of(String site) {
    return jurisdictions().stream().filter(it -> it.holdsFor(site)).findFirst();
  }
}

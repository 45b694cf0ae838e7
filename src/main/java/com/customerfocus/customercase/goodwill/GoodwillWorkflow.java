package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import java.util.Collection;

/** Business events of goodwill for its process. Every call joins the caller's transaction. */
public interface GoodwillWorkflow {

  /**
   * Up to which sums a person may grant goodwill alone, by the present table.
   *
   * @param tier the customer's, or null
   */
  GoodwillLimits limits(GoodwillRole role, String tier);

  /**
   * A person offers goodwill.
   *
   * @return its number
   */
  long offer(GoodwillRequest request, Actor by);

  /** Another manager is asked about goodwill that waits. */
  void asked(GoodwillCourse course);

  /** These wait no more: no manager decides. */
  void lapsed(Collection<Long> ids);
}

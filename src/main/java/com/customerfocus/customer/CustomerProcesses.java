package com.customerfocus.customer;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import java.util.List;

/**
 * Says which instances of one process are about a customer; a bean of the capability that brings
 * the process. The engine's history does not keep variables, so instances that have ended are found
 * by their business keys, which the capability's own tables know.
 */
public interface CustomerProcesses {

  /** Key of the process, such as {@code stay-with-customer}. */
  String process();

  /** Business keys of its instances about this customer, running or ended. */
  List<Long> businessKeys(Subject customer);
}

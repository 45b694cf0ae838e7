package com.customerfocus.customer.data;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.CannotAcquireLockException;

/** A process about customers whose business key is the customer's id. */
@TestComponent
public class CallsOfCustomer implements CustomerProcesses {

  static final String PROCESS = "call-customer";

  private final AtomicBoolean isLosingAConflict = new AtomicBoolean();

  /** As when a delivery report about the customer is handled at the same moment. */
  void losesTheNextConflict() {
    isLosingAConflict.set(true);
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public List<Long> businessKeys(Subject customer) {
    if (isLosingAConflict.getAndSet(false)) {
      throw new CannotAcquireLockException(
          "Two wait for each other", new SQLException("deadlock detected", "40P01"));
    }
    return List.of(customer.id());
  }
}

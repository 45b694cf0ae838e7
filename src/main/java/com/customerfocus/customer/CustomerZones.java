package com.customerfocus.customer;

import com.customerfocus.worktime.WorkingTime;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Whose clock a customer goes by. */
@Component
public class CustomerZones {

  private final WorkingTime workingTime;

  CustomerZones(WorkingTime workingTime) {
    this.workingTime = workingTime;
  }

  /**
   * The program's own zone for customers without one, and for a name that this Java does not know
   * any more.
   *
   * @param name as on file, or null
   */
  public ZoneId zone(String name) {
    try {
      return name == null ? ours() : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ours();
    }
  }

  private ZoneId ours() {
    return workingTime.calendar(null).zone();
  }
}

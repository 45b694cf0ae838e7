package com.customerfocus.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When people of one site work. */
public interface WorkingCalendar {

  /** The zone in which its days begin. */
  ZoneId zone();

  /** The moment that lies so much working time after the start. Negative amounts lead back. */
  Instant after(Instant start, WorkingAmount amount);

  /** Open time from one moment to the other; negative when the second lies before the first. */
  Duration between(Instant from, Instant to);
}

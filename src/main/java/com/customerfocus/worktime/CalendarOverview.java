package com.customerfocus.worktime;

import java.time.ZoneId;
import java.util.List;

/**
 * What an administrator has configured, and the days that follow from it.
 *
 * @param isDefault whether sites without a calendar of their own have it
 * @param sites that have it, as they are configured
 * @param specialDays of the next twelve months, in order
 */
public record CalendarOverview(
    String name,
    boolean isDefault,
    List<String> sites,
    ZoneId zone,
    List<SpecialDay> specialDays) {}

package com.customerfocus.worktime.web;

import com.customerfocus.worktime.CalendarOverview;
import com.customerfocus.worktime.SpecialDay;
import com.customerfocus.worktime.WorkingTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendars for the administrator who configures them. */
@Tag(name = "Calendars", description = "The working time of the sites")
@RestController
@RequestMapping("/api/calendars")
class CalendarController {

  private final WorkingTime workingTime;

  CalendarController(WorkingTime workingTime) {
    this.workingTime = workingTime;
  }

  /** All calendars. */
  record Calendars(List<Calendar> calendars) {}

  /** One calendar. */
  @Schema(name = "Calendar")
  record Calendar(
      @Schema(example = "madrid") String name,
      @Schema(description = "Whether sites without a calendar of their own have it")
          boolean byDefault,
      @Schema(description = "Sites that have it, as configured") List<String> sites,
      @Schema(description = "Time zone of its days", example = "Europe/Madrid") String zone,
      @Schema(description = "Days without the usual hours of their weekday")
          List<Day> specialDays) {}

  /** One day without the usual hours. */
  @Schema(name = "CalendarDay")
  record Day(
      LocalDate day,
      @Schema(description = "Public holiday that it is, if any", example = "Christmas")
          String holiday,
      @Schema(description = "Empty when it is closed", example = "[\"09:00-13:00\"]")
          List<String> hours,
      @Schema(description = "Whether open-days names it") boolean opened) {}

  @Operation(
      summary = "The calendars, and the special days of the next twelve months",
      description =
          """
          Public holidays, closed and open days, and days with other hours than usual: to compare \
          with the official calendar of each site. The calendar of sites without one of their own \
          comes first.""")
  @ApiResponse(responseCode = "200", description = "All calendars")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Calendars calendars() {
    return new Calendars(workingTime.overview().stream().map(this::described).toList());
  }

  private Calendar described(CalendarOverview calendar) {
    return new Calendar(
        calendar.name(),
        calendar.isDefault(),
        calendar.sites(),
        calendar.zone().getId(),
        calendar.specialDays().stream().map(this::described).toList());
  }

  private Day described(SpecialDay day) {
    return new Day(day.day(), day.holiday().orElse(null), day.hours(), day.isOpened());
  }
}

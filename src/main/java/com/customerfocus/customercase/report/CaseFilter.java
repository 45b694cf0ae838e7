package com.customerfocus.customercase.report;

import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.CaseState;
import java.time.Instant;
import java.util.List;

/**
 * Which cases are asked for; what is null lets all through.
 *
 * @param owner employee id
 * @param customer exact reference
 * @param newsDueBefore cases whose customers are to hear from us before
 * @param overdue whether a moment for news or an answer has passed
 */
public record CaseFilter(
    List<CaseState> states,
    List<CaseKind> kinds,
    String owner,
    String customer,
    Instant newsDueBefore,
    Boolean overdue) {

  /** Whether it may let cases through that are open. */
  boolean includesOpen() {
    return isAnyState() || !states.stream().allMatch(CaseState::isOver);
  }

  /** Whether it may let cases through that are over, of which nothing is due. */
  boolean includesOver() {
    return newsDueBefore == null
        && !Boolean.TRUE.equals(overdue)
        && (isAnyState() || states.stream().anyMatch(CaseState::isOver));
  }

  private boolean isAnyState() {
    return states == null || states.isEmpty();
  }

  /** By what a list is sorted; the number decides between equal ones. */
  public enum Sort {
    NEWS_DUE("n.news_due_at"),
    OPENED("k.opened_at");

    private final String column;

    Sort(String column) {
      this.column = column;
    }

    String sql(boolean descending) {
      var direction = descending ? "desc" : "asc";
      return "%s %s, k.id %s".formatted(column, direction, direction);
    }
  }
}

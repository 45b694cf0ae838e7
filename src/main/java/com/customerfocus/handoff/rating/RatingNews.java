package com.customerfocus.handoff.rating;

import com.customerfocus.access.Actor;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.support.ReaderTime;
import com.customerfocus.support.Sentence;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has become of a rating, for a person whose page is out of date. */
@Service
@Transactional(readOnly = true)
public class RatingNews {

  private final JdbcClient jdbc;
  private final WorkingTime workingTime;

  RatingNews(JdbcClient jdbc, WorkingTime workingTime) {
    this.jdbc = jdbc;
    this.workingTime = workingTime;
  }

  private record Now(
      Instant ratedAt, String ratedBy, String byName, Instant unansweredAt, String site) {}

  /** Who gave it and when, or that it ended; empty while it is open. Times are the reader's. */
  public Optional<Sentence> latest(long ratingId, Actor reader) {
    return jdbc.sql(
            """
            select r.rated_at, r.rated_by, coalesce(b.name, r.rated_by) as by_name,
                   r.unanswered_at, p.site
              from handoff_rating r
              left join person b on b.id = r.rated_by
              left join person p on p.id = :reader
             where r.id = :rating
            """)
        .param("rating", ratingId)
        .param("reader", reader.id())
        .query(RecordMapper.of(Now.class))
        .optional()
        .flatMap(now -> said(now, reader));
  }

  private Optional<Sentence> said(Now now, Actor reader) {
    var zone = workingTime.calendar(now.site()).zone();
    if (now.ratedAt() != null) {
      var at = ReaderTime.of(now.ratedAt(), zone);
      return Optional.of(
          reader.id().equals(now.ratedBy())
              ? new Sentence("refusal.rating.given-by-you", at)
              : new Sentence("refusal.rating.given", now.byName(), at));
    }
    return Optional.ofNullable(now.unansweredAt())
        .map(at -> new Sentence("refusal.rating.ended", ReaderTime.of(at, zone)));
  }
}

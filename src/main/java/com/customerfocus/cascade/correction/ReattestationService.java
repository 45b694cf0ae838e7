package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.MemoVersions;
import com.customerfocus.cascade.receipt.Reattestations;
import com.customerfocus.notice.NoticeService;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a material correction to the readers of an earlier version. */
@Service
@Transactional
public class ReattestationService {

  private static final int RECEIPTS_AT_ONCE = 10_000;

  private final MemoVersions versions;
  private final Reattestations reattestations;
  private final NoticeService notices;
  private final ChangeAssignments changes;

  ReattestationService(
      MemoVersions versions,
      Reattestations reattestations,
      NoticeService notices,
      ChangeAssignments changes) {
    this.versions = versions;
    this.reattestations = reattestations;
    this.notices = notices;
    this.changes = changes;
  }

  /**
   * Asks some readers of an earlier version again, then some of the managers who had briefed their
   * teams. Says whether readers are left to be asked.
   */
  public boolean askAgain(long cascadeId) {
    var people = reattestations.lockToAsk(cascadeId, RECEIPTS_AT_ONCE);
    if (!people.isEmpty()) {
      reattestations.askAgain(people);
      notices.record(
          MemoChangedRenderer.KIND, MemoChangedRenderer.RECIPIENTS, Map.of("receipts", people));
    }
    // Only when everyone has been asked is it known which teams have a pending receipt.
    var isAnyLeft = reattestations.isAnyToAsk(cascadeId) || changes.askManagers(cascadeId);
    if (!isAnyLeft) {
      versions.asked(cascadeId);
    }
    return isAnyLeft;
  }
}

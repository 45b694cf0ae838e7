package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.commitment.CommitmentInput;
import com.customerfocus.cascade.culture.CultureInput;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a manager reports about the briefing, as entered.
 *
 * @param version of the memo that the manager has read; null means the first
 * @param heldOn day of the briefing, ISO 8601
 * @param present employee ids of the direct reports who were there
 * @param excused employee ids of direct reports who need not acknowledge
 * @param excuseReason why; required when a reader is excused
 * @param localBrief what the memo means for the own team, Markdown; empty means no change
 * @param questions for the manager above, one a line, or null
 * @param commitments what the manager promises to improve
 * @param culture what made the own heritage company successful
 */
public record BriefingReport(
    Integer version,
    String heldOn,
    List<String> present,
    List<String> excused,
    @Size(max = 1_000, message = "refusal.attendance.too-long") String excuseReason,
    @Size(max = 10_000, message = "refusal.briefing.local-brief-too-long") String localBrief,
    String questions,
    CommitmentInput commitments,
    CultureInput culture) {}

package com.customerfocus.decision;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableEffects;
import com.customerfocus.support.Sentence;
import java.util.List;

/**
 * What an upload would do.
 *
 * @param faults what is wrong with the file; the rest is null then
 * @param table as it would be
 * @param sha256 of the file, to say at the upload that it is the one that was previewed
 * @param basedOn version that it would replace
 * @param effects what of the work that runs it would change if it was applied to that
 */
public record TablePreview(
    List<Sentence> faults,
    DecisionTable table,
    String sha256,
    int basedOn,
    TableEffects.Preview effects) {}

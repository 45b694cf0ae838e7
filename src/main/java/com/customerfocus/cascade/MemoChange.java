package com.customerfocus.cascade;

import com.customerfocus.text.TextChange;
import java.time.Instant;
import java.util.List;

/**
 * What is new in a memo since an earlier version of it.
 *
 * @param correctedAt when the newest version was published
 * @param words what the launcher says has changed, in the reader's language if written in it, plain
 *     text, the earliest first
 * @param texts the lines that differ, plain text
 */
public record MemoChange(Instant correctedAt, List<String> words, List<TextChange> texts) {}

package com.customerfocus.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoDraftTests {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" \n", "\u00A0", "\u200B", "\u202E\u2066", "\uFEFF", "\u2800"})
  void aTitleThatShowsNothingIsNone(String title) {
    var draft = new MemoDraft(title, "Body", title, title, title, title, 2, 3, title);

    assertThat(draft.tidy())
        .isEqualTo(new MemoDraft(null, "Body", null, null, null, null, 2, 3, null));
    assertThat(draft.problems())
        .singleElement()
        .satisfies(it -> assertThat(it.why().getDefaultMessage()).isEqualTo("refusal.memo.empty"));
  }
}

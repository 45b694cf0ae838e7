package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettingsTests {

  @Test
  void twoNodesNeedADatabaseThatTheyCanShare() {
    assertThatThrownBy(() -> new Settings(100, 8, Shape.TREE, "h2", 2, 1, 1))
        .hasMessageContaining("Two nodes need -Ddatabase=postgres");
  }

  @Test
  void whatIsNotOnOfferIsRefused() {
    assertThatThrownBy(() -> new Settings(100, 8, Shape.TREE, "oracle", 1, 1, 1))
        .hasMessageContaining("h2 or postgres, but was oracle");
    assertThatThrownBy(() -> new Settings(100, 8, Shape.TREE, "postgres", 3, 1, 1))
        .hasMessageContaining("1 or 2, but was 3");
    assertThatThrownBy(() -> new Settings(100, 8, Shape.TREE, "postgres", 1, 0, 1))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> Shape.named("Tree"))
        .hasMessage("-Dshape is one of [tree, wide, chain, rush], but was Tree");
  }
}

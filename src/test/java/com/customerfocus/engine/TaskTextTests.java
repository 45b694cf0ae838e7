package com.customerfocus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.engine.StandIns.StandIn;
import org.junit.jupiter.api.Test;

/** What a task says about the person it is done for. */
class TaskTextTests {

  private static final StandIn FOR_ANA = new StandIn("ben", "Ana (HR) Ruiz", "Ana is away.");

  @Test
  void nameAndDescriptionSayForWhomAndWhy() {
    var text = TaskText.of("Brief the team: Hello", "Soon", false).forPersonInCharge(FOR_ANA);

    assertThat(text.name()).isEqualTo("Brief the team: Hello (for Ana (HR) Ruiz)");
    assertThat(text.description()).isEqualTo("Ana is away.\n\nSoon");
  }

  @Test
  void whatWasThereBeforeComesBack() {
    var text = TaskText.of("Brief the team", "Soon\n\nPlease", false).forPersonInCharge(FOR_ANA);

    assertThat(TaskText.of(text.name(), text.description(), true))
        .isEqualTo(new TaskText("Brief the team", "Soon\n\nPlease"));
  }

  @Test
  void aTaskWithoutDescriptionGetsOneAndLosesItAgain() {
    var text = TaskText.of("Brief the team", null, false).forPersonInCharge(FOR_ANA);

    assertThat(text.description()).isEqualTo("Ana is away.");
    assertThat(TaskText.of(text.name(), text.description(), true).description()).isNull();
  }

  @Test
  void aLongNameIsCutSoThatForWhomStillFits() {
    var text = TaskText.of("x".repeat(255), null, false).forPersonInCharge(FOR_ANA);

    assertThat(text.name()).hasSize(255).endsWith("x… (for Ana (HR) Ruiz)");
  }
}

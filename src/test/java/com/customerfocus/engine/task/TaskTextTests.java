package com.customerfocus.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.engine.task.SubstituteResolver.ActingPerson;
import org.junit.jupiter.api.Test;

/** Note in a task about the person it is done for. */
class TaskTextTests {

  private static final ActingPerson FOR_ANA =
      new ActingPerson("ben", "Ana (HR) Ruiz", "Ana is away.");

  @Test
  void nameAndDescriptionSayForWhomAndWhy() {
    var text = new TaskText("Brief the team: Hello", "Soon").forPersonInCharge(FOR_ANA);

    assertThat(text.name()).isEqualTo("Brief the team: Hello (for Ana (HR) Ruiz)");
    assertThat(text.description()).isEqualTo("Ana is away.\n\nSoon");
  }

  @Test
  void whatWasThereBeforeComesBack() {
    var text = new TaskText("Brief the team", "Soon\n\nPlease").forPersonInCharge(FOR_ANA);

    assertThat(text.without("Ana is away."))
        .isEqualTo(new TaskText("Brief the team", "Soon\n\nPlease"));
  }

  @Test
  void aTaskWithoutDescriptionGetsOneAndLosesItAgain() {
    var text = new TaskText("Brief the team", null).forPersonInCharge(FOR_ANA);

    assertThat(text.description()).isEqualTo("Ana is away.");
    assertThat(text.without("Ana is away.").description()).isNull();
  }

  @Test
  void anEditedDescriptionStays() {
    assertThat(new TaskText("Brief the team (for Ana)", "Two more days").without("Ana is away."))
        .isEqualTo(new TaskText("Brief the team", "Two more days"));
  }

  @Test
  void aLongNameIsCutSoThatForWhomStillFits() {
    var text = new TaskText("x".repeat(255), null).forPersonInCharge(FOR_ANA);

    assertThat(text.name()).hasSize(255).endsWith("x… (for Ana (HR) Ruiz)");
  }

  @Test
  void aColleagueInThePlaceOfAManagerReadsForWhomOnce() {
    var name = TaskText.inPlaceOf("Bea", "Brief the team: Hello");

    assertThat(name).isEqualTo("Brief the team: Hello (for Bea)");
    assertThat(TaskText.inPlaceOf("Bea", name)).isEqualTo(name);
    assertThat(TaskText.inPlaceOf("Bea", "x".repeat(255))).hasSize(255).endsWith("x… (for Bea)");
  }
}

package com.customerfocus.handoff.rating;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.HandoffSteps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How both sides say a handoff went, as people see it. */
class RatingEndToEndTests extends EndToEndTest {

  private final HandoffSteps handoffs;
  private final RatingView view;

  @Autowired
  RatingEndToEndTests(CascadeSteps cascadeSteps, HandoffSteps handoffs, RatingView view) {
    super(cascadeSteps);
    this.handoffs = handoffs;
    this.view = view;
  }

  @Test
  void theRequesterRatesWithTheConfirmationAndThePartnerInATask(
      @Autowired OrganizationImporter importer) {
    HandoffSteps.departments(importer);
    var handoff = handoffs.delivered();

    var oscar = tasklist("oscar");
    oscar.open("Confirm the result");
    oscar.field("No, something is missing").check();
    assertThat(oscar.field("4 – good")).isHidden();
    oscar.field("Yes, confirm it").check();
    oscar.field("4 – good").check();
    oscar.write("Thank a person by name", "Lars");
    oscar.write("What for", "He carried the pump. 💪");
    oscar.complete();

    assertThat(text(mailTo("lars", "Óscar thanks you"))).contains("He carried the pump. 💪");
    assertThat(text(mailTo("lena", "Óscar thanks Lars"))).contains("He carried the pump. 💪");

    var luis = tasklist("luis");
    luis.open("Rate the partnership: A van for the pump of the mill (Order Desk)");
    assertThat(luis.form()).containsText("How was working with Order Desk on this handoff?");
    assertThat(luis.form()).containsText("The pump stands in the mill since nine.");
    luis.press("Complete");
    assertThat(luis.form()).containsText("Field is required.");
    luis.field("5 – very good").check();
    luis.complete();

    assertThat(view.readable(HandoffSteps.id(handoff), Side.PARTNER))
        .extracting(Rating::score)
        .containsExactly(4, 5);
  }
}

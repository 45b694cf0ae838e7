package com.customerfocus.customercase.introduction.page;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.introduction.ContactSteps;
import com.customerfocus.customercase.introduction.Introduction;
import com.customerfocus.customercase.introduction.IntroductionView;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.Texts;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What contacts outside see and say on their page. */
@Service
public class ContactPageService {

  private final IntroductionView view;
  private final CaseView cases;
  private final OrganizationService organization;
  private final ContactSteps steps;

  ContactPageService(
      IntroductionView view, CaseView cases, OrganizationService organization, ContactSteps steps) {
    this.view = view;
    this.cases = cases;
    this.organization = organization;
    this.steps = steps;
  }

  /** What a contact is asked. */
  public enum Question {
    HELPS,
    TOOK_OVER
  }

  /** Empty when there is no such introduction, or the customer's data were removed. */
  @Transactional(readOnly = true)
  public Optional<ContactPage> open(long introductionId) {
    return view.find(introductionId).flatMap(this::page);
  }

  private Optional<ContactPage> page(Introduction it) {
    return cases
        .find(it.caseId())
        .filter(about -> it.contactMail() != null && about.customerReference() != null)
        .map(
            about ->
                new ContactPage(
                    it.language(),
                    cases.zone(about),
                    it.contactName(),
                    about.customerName(),
                    about.ownerName(),
                    organization.person(about.ownerId()).map(Person::mail).orElse(null),
                    it.story(),
                    it.state(),
                    it.answerDueAt(),
                    it.takeOverDueAt(),
                    it.confirmedAt() != null));
  }

  /**
   * The contact answers. What was answered before, or is no longer asked, changes nothing.
   *
   * @param typed the contact's own words; may be empty
   * @return false when they are too long
   */
  public boolean answer(long introductionId, Question question, boolean yes, String typed) {
    // PostgreSQL knows no NUL; browsers send line breaks as two characters.
    var words = Texts.stripToNull(typed.replace("\0", "").replace("\r\n", "\n"));
    if (words != null && words.length() > ContactSteps.LONGEST) {
      return false;
    }
    switch (question) {
      case HELPS -> steps.helps(introductionId, yes, words);
      case TOOK_OVER -> steps.tookOver(introductionId, yes, words);
    }
    return true;
  }
}

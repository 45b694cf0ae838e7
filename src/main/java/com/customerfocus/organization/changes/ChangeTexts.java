package com.customerfocus.organization.changes;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.ReaderLanguage;
import com.customerfocus.text.FormHtml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the reviewer of an import reads in Tasklist, as HTML in the reviewer's language. */
@Service
public class ChangeTexts {

  private final OrganizationService organization;
  private final FormHtml html;

  ChangeTexts(OrganizationService organization, FormHtml html) {
    this.organization = organization;
    this.html = html;
  }

  /**
   * What is unusual, how much changes, and which departments open and close.
   *
   * @param readerId id of the reader's account; null when it is not known
   */
  public String summaryHtml(ReviewedChanges changes, String readerId) {
    return html.of(
        "import-summary",
        language(readerId),
        Map.of(
            "unusual",
            changes.unusual(),
            "reused",
            changes.reusedMails(),
            "fields",
            changes.fields(),
            "opened",
            Departments.of(changes.newDepartments()),
            "closed",
            Departments.of(changes.closedDepartments())));
  }

  /**
   * The changes by field; movers are not among them, the review names them in a list of its own.
   */
  public String changesHtml(ReviewedChanges changes, String readerId) {
    var fields = changes.fields().stream().filter(it -> !it.field().isMove()).toList();
    return html.of("import-changes", language(readerId), Map.of("fields", fields));
  }

  /** An administrator who is no person of the organization reads in the browser's language. */
  private Locale language(String readerId) {
    return Optional.ofNullable(readerId)
        .flatMap(organization::person)
        .map(Person::language)
        .map(Locale::forLanguageTag)
        .orElseGet(ReaderLanguage::current);
  }

  /**
   * Names of departments.
   *
   * @param names the first, separated by commas
   * @param more how many are not named
   */
  public record Departments(String names, int more) {

    static Departments of(List<String> all) {
      var first = all.stream().limit(ChangeSummary.MOST_LISTED).toList();
      return new Departments(String.join(", ", first), all.size() - first.size());
    }
  }
}

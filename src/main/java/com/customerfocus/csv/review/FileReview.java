package com.customerfocus.csv.review;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowError;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of one kind from their upload to the decision about them: what was reviewed is applied, and
 * nothing else. A kind brings its importer, its preview and its figures.
 *
 * @param <P> what the reviewer sees: the changes or the errors
 * @param <I> a file as it is listed
 */
@Transactional
public abstract class FileReview<P, I extends Record> {

  public static final String APPLY = "apply";
  public static final String DISCARD = "discard";

  /** Most errors in a form: enough for one round of corrections. */
  private static final int SHOWN_ERRORS = 200;

  private static final int LONGEST_REASON = 1_000;

  private static final Sentence NOT_KEPT = new Sentence("import.not-kept");

  private final ReviewedFileRecords<I> records;
  private final String notAdministrator;
  private final String noFile;
  private final Clock clock;

  /**
   * @param notAdministrator key of the refusal of all who are no administrators
   * @param noFile key of the refusal when no file was chosen
   */
  protected FileReview(
      ReviewedFileRecords<I> records, String notAdministrator, String noFile, Clock clock) {
    this.records = records;
    this.notAdministrator = notAdministrator;
    this.noFile = noFile;
    this.clock = clock;
  }

  /**
   * What a dry run found.
   *
   * @param fingerprint of the changes: other changes have another one
   */
  public record Checked<P>(P preview, String fingerprint) {}

  /**
   * Tries the file out and changes nothing.
   *
   * @throws InvalidFileException when the file has errors
   */
  protected abstract Checked<P> tryOut(ReviewedFile file);

  /** The preview of a file with errors. */
  protected abstract P faulty(String problem, List<RowError> errors);

  /**
   * Applies the file if its changes are those that were reviewed.
   *
   * @return the figures by their columns; empty when the changes are others, nothing is changed
   *     then
   * @throws InvalidFileException when the file has errors by now
   */
  protected abstract Optional<Map<String, Integer>> importReviewed(ReviewedFile file);

  /**
   * Keeps a file until it is decided about; returns its id.
   *
   * @param replaced the file that this one takes the place of, if any
   * @throws NotAllowedException unless an administrator uploads it
   * @throws InvalidInputException when no file was chosen
   */
  public long uploaded(Optional<Long> replaced, String fileName, byte[] content, Actor by) {
    return uploaded(replaced, fileName, new ByteArrayResource(content), content.length, by);
  }

  /**
   * The same, of a file that is not in memory.
   *
   * @param size bytes of the content
   */
  public long uploaded(
      Optional<Long> replaced, String fileName, InputStreamSource content, long size, Actor by) {
    checkImports(by);
    if (Texts.isBlank(fileName)) {
      throw new InvalidInputException(noFile);
    }
    var now = clock.instant();
    replaced.ifPresent(id -> records.replaced(id, fileName, content, size, now));
    return replaced.orElseGet(() -> records.uploaded(fileName, content, size, by.id(), now));
  }

  private void checkImports(Actor by) {
    if (!by.isAdministrator()) {
      throw new NotAllowedException(notAdministrator);
    }
  }

  /** Finds out what is wrong with the file, or what it would change; changes nothing. */
  public P check(long id) {
    var file = records.file(id);
    if (!file.isKept()) {
      return notKept();
    }
    try {
      var checked = tryOut(file);
      records.checked(id, checked.fingerprint());
      return checked.preview();
    } catch (InvalidFileException e) {
      records.checked(id, null);
      return faulty(e.getMessage(), e.errors().stream().limit(SHOWN_ERRORS).toList());
    }
  }

  /** The preview of a file that is not kept any more, in the language of the request at hand. */
  protected P notKept() {
    return faulty(NOT_KEPT.forReader(), List.of());
  }

  /**
   * Takes the decision about a file.
   *
   * @throws NotAllowedException unless an administrator decides
   * @throws InvalidInputException when there is none, or a reason is missing
   */
  public void decide(long id, String decision, String reason, Actor by) {
    checkImports(by);
    switch (decision == null ? "" : decision) {
      case APPLY -> {
        var file = records.file(id);
        if (!file.isKept()) {
          throw new InvalidInputException("refusal.import.not-kept");
        }
        if (file.fingerprint() == null) {
          throw new InvalidInputException("refusal.import.errors");
        }
        records.decided(id, by.id());
      }
      case DISCARD -> {
        Inputs.limited(reason, LONGEST_REASON, "refusal.reason-too-long");
        var why = Inputs.required(reason, "refusal.import.reason");
        records.discarded(id, by.id(), why, clock.instant());
      }
      default -> throw new InvalidInputException("refusal.import.decision");
    }
  }

  /**
   * Makes the changes, if they are still those that were reviewed. Says whether they were: another
   * import may have changed what is on record meanwhile.
   */
  public boolean apply(long id) {
    var file = records.file(id);
    if (!file.isKept()) {
      return false;
    }
    try {
      var figures = importReviewed(file);
      figures.ifPresent(it -> records.applied(id, it, clock.instant()));
      return figures.isPresent();
    } catch (InvalidFileException e) {
      return false;
    }
  }

  /** What was imported, or was to be; newest first. */
  @Transactional(readOnly = true)
  public List<I> imports(int offset, int limit) {
    return records.list(offset, limit);
  }
}

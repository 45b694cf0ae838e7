package com.customerfocus.decision;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableEffects;
import com.customerfocus.engine.decision.TableRules;
import com.customerfocus.engine.decision.UploadableTable;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets process owners replace the tables that capabilities declare {@link UploadableTable}. */
@Service
@Transactional
public class TableService {

  /** Lines of a preview; more are counted. */
  private static final int MOST_LINES = 200;

  private final DecisionTables tables;
  private final TableUploads uploads;
  private final OrganizationService organization;
  private final ObjectProvider<UploadableTable> uploadable;
  private final ObjectProvider<TableEffects> effects;
  private final Clock clock;

  TableService(
      DecisionTables tables,
      TableUploads uploads,
      OrganizationService organization,
      ObjectProvider<UploadableTable> uploadable,
      ObjectProvider<TableEffects> effects,
      Clock clock) {
    this.tables = tables;
    this.uploads = uploads;
    this.organization = organization;
    this.uploadable = uploadable;
    this.effects = effects;
    this.clock = clock;
  }

  /** The table that the engine uses now; empty when people may not replace one of this id. */
  @Transactional(readOnly = true)
  public Optional<DecisionTable> current(String key) {
    return uploadable(key).map(it -> DecisionTables.read(tables.xml(key)));
  }

  /** The file of the table that the engine uses now. */
  @Transactional(readOnly = true)
  public Optional<String> file(String key) {
    return uploadable(key).map(it -> tables.xml(key));
  }

  /** All versions of a table, newest first. */
  @Transactional(readOnly = true)
  public List<TableVersion> versions(String key) {
    var byVersion =
        uploads.list(key).stream().collect(toMap(TableUpload::version, identity(), (a, b) -> b));
    var people =
        byVersion.isEmpty()
            ? List.<Person>of()
            : organization.people(
                byVersion.values().stream().map(TableUpload::uploadedBy).distinct().toList());
    var names = people.stream().collect(toMap(Person::id, Person::name));
    return tables.versions(key).stream()
        .map(
            it -> {
              var upload = byVersion.get(it.version());
              return new TableVersion(
                  it.version(),
                  it.deployedAt(),
                  it.isPackaged(),
                  upload == null
                      ? null
                      : names.getOrDefault(upload.uploadedBy(), upload.uploadedBy()),
                  upload);
            })
        .sorted((one, other) -> Integer.compare(other.version(), one.version()))
        .toList();
  }

  /**
   * What an upload of this file would do; nothing is changed.
   *
   * @throws InvalidInputException when people may not replace a table of this id
   */
  @Transactional(readOnly = true)
  public TablePreview preview(String key, String xml, Actor actor) {
    mustBeProcessOwner(actor);
    var expected = expected(key);
    try {
      var table = DecisionTables.read(xml);
      var faults = TableRules.faults(table, expected);
      if (faults.isEmpty()) {
        var changes =
            effects(key)
                .map(it -> it.preview(table, MOST_LINES))
                .orElse(TableEffects.Preview.NOTHING);
        return new TablePreview(
            List.of(), table, DecisionTables.sha256(xml), tables.latestVersion(key), changes);
      }
      return wrong(faults);
    } catch (InvalidInputException e) {
      return wrong(e.sentences());
    }
  }

  private static TablePreview wrong(List<Sentence> faults) {
    return new TablePreview(faults, null, null, 0, null);
  }

  /**
   * Deploys a table that was previewed, and puts it on record. Work that runs keeps its values
   * unless the person says otherwise.
   *
   * @throws InvalidInputException when something is wrong with the table, it is not the one that
   *     was previewed, or another one came meanwhile
   */
  public TableUpload upload(String key, NewTable request, Actor actor) {
    mustBeProcessOwner(actor);
    var expected = expected(key);
    Inputs.check(request);
    var table = DecisionTables.read(request.xml());
    var faults = TableRules.faults(table, expected);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    var sha256 = DecisionTables.sha256(request.xml());
    if (!sha256.equals(request.sha256())) {
      throw new InvalidInputException("refusal.table.other-file");
    }
    tables.lock();
    var current = tables.latestVersion(key);
    if (current != request.basedOn()) {
      throw new InvalidInputException("refusal.table.replaced", current);
    }
    if (request.xml().equals(tables.xml(key))) {
      throw new InvalidInputException("refusal.table.same");
    }
    var version = tables.deployUploaded(key, request.xml());
    var changed = request.apply() ? apply(key, table, version) : 0;
    var upload =
        new TableUpload(
            version, clock.instant(), actor.id(), sha256, request.note(), request.apply(), changed);
    uploads.add(key, upload, request.xml());
    return upload;
  }

  private int apply(String key, DecisionTable table, int version) {
    return effects(key)
        .map(it -> tables.withoutRightsOfTheLogin(() -> it.apply(table, version)))
        .orElse(0);
  }

  private static void mustBeProcessOwner(Actor actor) {
    actor.mustActAsMemberOf(Groups.PROCESS_OWNERS, "refusal.table.not-process-owner");
  }

  private UploadableTable expected(String key) {
    return uploadable(key)
        .orElseThrow(() -> new InvalidInputException("refusal.table.not-listed", key));
  }

  private Optional<UploadableTable> uploadable(String key) {
    return uploadable.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  private Optional<TableEffects> effects(String key) {
    return effects.stream().filter(it -> it.key().equals(key)).findFirst();
  }
}

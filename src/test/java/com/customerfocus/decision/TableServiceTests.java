package com.customerfocus.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableColumn;
import com.customerfocus.engine.decision.TableEffects;
import com.customerfocus.engine.decision.UploadableTable;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.testing.CustomerFocusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Uploads of a table that has to do with work that runs: lunches that were ordered. */
@CustomerFocusTest
class TableServiceTests {

  private static final String KEY = "lunch-price";
  private static final Actor DAN = Actor.of("dan", Groups.PROCESS_OWNERS);

  private final DecisionTables tables;
  private final RepositoryService repository;
  private final TransactionOperations transactions;
  private final JdbcTemplate jdbc;
  private final TableService service;
  private final List<String> orders = new ArrayList<>(List.of("6", "6", "9"));
  private String packaged;
  private boolean fails;

  @Autowired
  TableServiceTests(
      DecisionTables tables,
      TableUploads uploads,
      OrganizationService organization,
      RepositoryService repository,
      TransactionOperations transactions,
      JdbcTemplate jdbc,
      Clock clock) {
    this.tables = tables;
    this.repository = repository;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.service =
        new TableService(
            tables,
            uploads,
            organization,
            providing(UploadableTable.class, new LunchPrice()),
            providing(TableEffects.class, new Orders()),
            clock);
  }

  @SuppressWarnings("unchecked")
  private static <T> ObjectProvider<T> providing(Class<T> type, T bean) {
    ObjectProvider<T> provider = mock(ObjectProvider.class, type.getSimpleName());
    when(provider.stream()).thenAnswer(call -> Stream.of(bean));
    return provider;
  }

  @BeforeEach
  void aTableOfTheProgram() throws Exception {
    packaged = Files.readString(Path.of("src/test/resources/models/lunch-price.dmn"));
    transactions.executeWithoutResult(
        transaction -> tables.deployPackaged("processes/lunch-price.dmn", packaged.getBytes()));
  }

  @AfterEach
  void noLunch() {
    repository.createDecisionDefinitionQuery().decisionDefinitionKey(KEY).list().stream()
        .map(DecisionDefinition::getDeploymentId)
        .forEach(it -> repository.deleteDeployment(it, true));
  }

  @Test
  void aPreviewSaysWhatWouldChangeAndChangesNothing() {
    var preview = service.preview(KEY, changed(), DAN);

    assertThat(preview.faults()).isEmpty();
    assertThat(preview.effects().count()).isEqualTo(2);
    assertThat(preview.effects().lines())
        .extracting(it -> it.subject() + ": " + it.change().inEnglish())
        .containsExactly("Order 1: 7 instead of 6", "Order 2: 7 instead of 6");
    assertThat(orders).containsExactly("6", "6", "9");
    assertThat(tables.latestVersion(KEY)).isEqualTo(1);
  }

  @Test
  void whatRunsStaysAsItIs() {
    var upload = upload(false);

    assertThat(upload.version()).isEqualTo(2);
    assertThat(orders).containsExactly("6", "6", "9");
    assertThat(jdbc.queryForMap("select applied, changed from decision_upload"))
        .containsEntry("applied", false)
        .containsEntry("changed", 0);
  }

  @Test
  void whatRunsIsChangedWhenThePersonSaysSoWhichGoesOnRecord() {
    upload(true);

    assertThat(orders).containsExactly("7 of 2", "7 of 2", "9");
    assertThat(jdbc.queryForMap("select applied, changed from decision_upload"))
        .containsEntry("applied", true)
        .containsEntry("changed", 2);
  }

  @Test
  void whereAChangeFailsNothingIsDeployed() {
    fails = true;
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> upload(true));

    assertThat(tables.latestVersion(KEY)).isEqualTo(1);
    assertThat(jdbc.queryForObject("select count(*) from decision_upload", Long.class)).isZero();
  }

  @Test
  void onlyProcessOwnersAndAdministratorsMayAsk() {
    for (var group : List.of(Groups.MANAGERS, Groups.SENIOR_OFFICERS, Groups.FRONT_LINE)) {
      var stranger = Actor.of("eve", group);
      assertThatExceptionOfType(NotAllowedException.class)
          .isThrownBy(() -> service.preview(KEY, changed(), stranger));
      assertThatExceptionOfType(NotAllowedException.class)
          .isThrownBy(() -> service.upload(KEY, request(true), stranger));
    }
    assertThat(service.preview(KEY, changed(), Actor.of("a", Groups.ADMINISTRATORS)).faults())
        .isEmpty();
  }

  @Test
  void aReasonIsNeededAndHasItsLimit() {
    for (var note : new String[] {null, " ", "x".repeat(1001)}) {
      var sha256 = DecisionTables.sha256(changed());
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(
              () -> service.upload(KEY, new NewTable(changed(), sha256, 1, note, false), DAN));
    }
  }

  private TableUpload upload(boolean apply) {
    return transactions.execute(transaction -> service.upload(KEY, request(apply), DAN));
  }

  private NewTable request(boolean apply) {
    return new NewTable(changed(), DecisionTables.sha256(changed()), 1, "Dearer.", apply);
  }

  private String changed() {
    return packaged.replace("\"6\"", "\"7\"");
  }

  private static final class LunchPrice implements UploadableTable {

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public List<TableColumn> inputs() {
      return List.of(TableColumn.of("dish"), TableColumn.of("size"));
    }

    @Override
    public List<TableColumn> outputs() {
      return List.of(TableColumn.of(DecisionTable.ROW), TableColumn.of("price"));
    }

    @Override
    public ValueCheck check() {
      return (column, value) -> Optional.empty();
    }
  }

  /** Each order was of a stew for the price that it has; the last one is of fish. */
  private final class Orders implements TableEffects {

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Preview preview(DecisionTable table, int most) {
      var price = table.output(table.rows().get(1), "price");
      var lines = new ArrayList<Line>();
      for (var i = 0; i < orders.size(); i++) {
        if (orders.get(i).equals("6")) {
          lines.add(new Line("Order " + (i + 1), new Sentence(price + " instead of 6")));
        }
      }
      return new Preview(lines.size(), lines);
    }

    @Override
    public int apply(DecisionTable table, int version) {
      if (fails) {
        throw new IllegalStateException("no");
      }
      var price = table.output(table.rows().get(1), "price");
      orders.replaceAll(it -> it.equals("6") ? price + " of " + version : it);
      return 2;
    }
  }
}

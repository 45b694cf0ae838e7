package com.customerfocus.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies process instances and the rows that belong to them, each table in one statement, since a
 * measurement that opens all of them one by one would take longer than what is measured.
 */
final class Copies {

  /** Far beyond the numbers that identities reach. */
  static final long NEXT = 1_000_000L;

  /** Columns of the engine that hold an id of an instance, an execution, a task or a row. */
  private static final Set<String> IDS =
      Set.of(
          "id_",
          "execution_id_",
          "proc_inst_id_",
          "process_instance_id_",
          "root_proc_inst_id_",
          "parent_id_",
          "task_id_",
          "var_scope_",
          "bytearray_id_",
          "act_inst_id_",
          "parent_act_inst_id_",
          "task_inst_id_",
          "resource_id_");

  /** Columns of the engine that hold the number that an instance is about. */
  private static final Set<String> KEYS = Set.of("business_key_");

  private final JdbcTemplate aside;
  private final long times;

  /**
   * @param times how many copies of each
   */
  Copies(JdbcTemplate aside, long times) {
    this.aside = aside;
    this.times = times;
  }

  /** The running instances of a process, with tasks, variables, jobs and history. */
  void instances(String process) {
    var of =
        "in (select PROC_INST_ID_ from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d"
            + " on d.ID_ = e.PROC_DEF_ID_ where d.KEY_ = '"
            + process
            + "' and position('~' in e.PROC_INST_ID_) = 0)";
    // What others refer to comes first. All are chosen before any copy is made.
    engine("ACT_GE_BYTEARRAY", bytes(of));
    engine(
        "ACT_RU_AUTHORIZATION",
        "t.RESOURCE_ID_ in (select ID_ from ACT_RU_TASK where PROC_INST_ID_ " + of + ")");
    engine("ACT_HI_PROCINST", "t.PROC_INST_ID_ " + of);
    engine("ACT_HI_ACTINST", "t.PROC_INST_ID_ " + of);
    engine("ACT_HI_TASKINST", "t.PROC_INST_ID_ " + of);
    engine("ACT_RU_EXECUTION", "t.PROC_INST_ID_ " + of);
    engine("ACT_RU_TASK", "t.PROC_INST_ID_ " + of);
    engine("ACT_RU_VARIABLE", "t.PROC_INST_ID_ " + of);
    engine("ACT_RU_EVENT_SUBSCR", "t.PROC_INST_ID_ " + of);
    engine("ACT_RU_JOB", "t.PROCESS_INSTANCE_ID_ " + of);
  }

  private static String bytes(String of) {
    return "t.ID_ in (select BYTEARRAY_ID_ from ACT_RU_VARIABLE where PROC_INST_ID_ " + of + ")";
  }

  private void engine(String table, String condition) {
    var columns = columns(table.toLowerCase(Locale.ROOT));
    copy(
        table,
        columns,
        columns.stream().map(Copies::shifted).collect(Collectors.joining(", ")),
        condition + " and position('~' in t.ID_) = 0");
  }

  private static String shifted(String column) {
    if (IDS.contains(column)) {
      return "t.%s || '~' || n".formatted(column);
    }
    return KEYS.contains(column)
        ? "cast(cast(t.%s as bigint) + n * %d as varchar)".formatted(column, NEXT)
        : "t." + column;
  }

  /**
   * Rows of ours.
   *
   * @param shifted columns with numbers that are other ones in each copy
   * @param left columns that the database fills
   */
  void rows(String table, List<String> shifted, List<String> left) {
    var columns = columns(table);
    columns.removeAll(left);
    copy(
        table,
        columns,
        columns.stream()
            .map(it -> shifted.contains(it) ? "t.%s + n * %d".formatted(it, NEXT) : "t." + it)
            .collect(Collectors.joining(", ")),
        "t.%s < %d".formatted(shifted.get(0), NEXT));
  }

  private void copy(String table, List<String> columns, String values, String condition) {
    aside.update(
        "insert into %s (%s) select %s from %s t, generate_series(1, ?) n where %s"
            .formatted(table, String.join(", ", columns), values, table, condition),
        times);
  }

  private List<String> columns(String table) {
    return aside.queryForList(
        "select column_name from information_schema.columns"
            + " where table_schema = 'public' and table_name = ? order by ordinal_position",
        String.class,
        table);
  }
}

package com.customerfocus.database;

import com.customerfocus.support.Timestamps;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads a row into a record: component {@code dueAt} from column {@code due_at}, an {@link Instant}
 * from a time with zone, an enum from its name. A component that is a record itself, such as {@code
 * madeBy} with an {@code id}, is read from columns that begin with its name, {@code made_by_id};
 * where all of them are null, it is null.
 *
 * <p>Spring's own mapper asks the driver for a column {@code dueAt} first, with an exception for
 * each such component of each query, which H2 also writes to its trace file; and PostgreSQL's
 * driver does not support Instant.
 */
public class RecordMapper<T extends Record> implements RowMapper<T> {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /** Reads one component of the record. */
  private interface Reader {
    Object read(ResultSet row) throws SQLException;
  }

  private final Reader[] components;
  private final Constructor<T> constructor;

  private RecordMapper(Class<T> type, String prefix) {
    var declared = type.getRecordComponents();
    components =
        Arrays.stream(declared)
            .map(component -> reader(component, prefix + column(component)))
            .toArray(Reader[]::new);
    var types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no canonical constructor", e);
    }
  }

  public static <T extends Record> RecordMapper<T> of(Class<T> type) {
    return new RecordMapper<>(type, "");
  }

  @Override
  public T mapRow(ResultSet row, int number) throws SQLException {
    return BeanUtils.instantiateClass(constructor, values(row));
  }

  private Object[] values(ResultSet row) throws SQLException {
    var values = new Object[components.length];
    for (var i = 0; i < values.length; i++) {
      values[i] = components[i].read(row);
    }
    return values;
  }

  private T orNull(ResultSet row) throws SQLException {
    var values = values(row);
    return Arrays.stream(values).allMatch(Objects::isNull)
        ? null
        : BeanUtils.instantiateClass(constructor, values);
  }

  private static String column(RecordComponent component) {
    return HUMP.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Reader reader(RecordComponent component, String column) {
    var type = component.getType();
    if (type.isRecord()) {
      return new RecordMapper<>((Class<? extends Record>) type, column + "_")::orNull;
    }
    if (type == Instant.class) {
      return row -> Timestamps.instant(row, column);
    }
    if (type.isEnum()) {
      return row -> {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf((Class<Enum>) type, name);
      };
    }
    return row -> JdbcUtils.getResultSetValue(row, row.findColumn(column), type);
  }
}

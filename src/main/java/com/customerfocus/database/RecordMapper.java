package com.customerfocus.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Maps a row to a record: component {@code dueAt} from column {@code due_at}, an {@link Instant}
 * from a timestamp with time zone.
 *
 * <p>Spring's own mapper asks the driver for a column {@code dueAt} first, with an exception for
 * each such component of each query, which H2 also writes to its trace file; and PostgreSQL's
 * driver does not support Instant.
 */
public class RecordMapper<T extends Record> implements RowMapper<T> {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final RecordComponent[] components;
  private final String[] columns;
  private final Constructor<T> constructor;

  private RecordMapper(Class<T> type) {
    components = type.getRecordComponents();
    columns =
        Arrays.stream(components)
            .map(component -> HUMP.matcher(component.getName()).replaceAll("_"))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no canonical constructor", e);
    }
  }

  public static <T extends Record> RecordMapper<T> of(Class<T> type) {
    return new RecordMapper<>(type);
  }

  @Override
  public T mapRow(ResultSet row, int number) throws SQLException {
    var values = new Object[components.length];
    for (var i = 0; i < values.length; i++) {
      values[i] = value(row, columns[i], components[i].getType());
    }
    return BeanUtils.instantiateClass(constructor, values);
  }

  private static Object value(ResultSet row, String column, Class<?> type) throws SQLException {
    if (type == Instant.class) {
      var time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
    return JdbcUtils.getResultSetValue(row, row.findColumn(column), type);
  }
}

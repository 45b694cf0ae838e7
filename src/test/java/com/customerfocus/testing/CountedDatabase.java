package com.customerfocus.testing;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.NoOpMethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Records each JDBC execution of the program, once a test counts; a batch is one. */
public class CountedDatabase implements QueryExecutionListener {

  private final ThreadLocal<Boolean> ignored = ThreadLocal.withInitial(() -> false);
  private volatile boolean counting;
  private volatile Check beforeCommit = connection -> {};
  private volatile ConcurrentLinkedQueue<Execution> executions = new ConcurrentLinkedQueue<>();

  /** One execution; of a batch its first row. */
  public record Execution(String sql, List<ParameterSetOperation> parameters) {

    /** Sets the parameters of this execution on a statement with the same parameters. */
    public void fill(PreparedStatement statement) throws SQLException {
      for (var parameter : parameters) {
        try {
          parameter.getMethod().invoke(statement, parameter.getArgs());
        } catch (InvocationTargetException | IllegalAccessException e) {
          throw new SQLException("Cannot set what %s had".formatted(sql), e);
        }
      }
    }
  }

  /** What is to be checked on a connection. */
  @FunctionalInterface
  public interface Check {

    void on(Connection connection) throws SQLException;
  }

  /**
   * Runs an action, with a check before each commit on a connection taken meanwhile, which sees
   * what is about to be committed.
   */
  public void checkingEachCommit(Check check, Runnable action) {
    startCounting();
    beforeCommit = check;
    try {
      action.run();
    } finally {
      beforeCommit = connection -> {};
    }
  }

  /** Drops the recorded executions and records from now on. */
  public void startCounting() {
    executions = new ConcurrentLinkedQueue<>();
    counting = true;
  }

  void stopCounting() {
    counting = false;
    executions = new ConcurrentLinkedQueue<>();
  }

  /** The source, of which connections taken while a test counts are counted. */
  private DataSource counted(DataSource source) {
    var recording =
        ProxyDataSourceBuilder.create(source)
            .listener(this)
            .methodListener(
                new NoOpMethodExecutionListener() {
                  @Override
                  public void beforeMethod(MethodExecutionContext call) {
                    checkCommit(call);
                  }
                })
            .build();
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        return counting ? recording.getConnection() : super.getConnection();
      }
    };
  }

  private void checkCommit(MethodExecutionContext call) {
    if (call.getTarget() instanceof Connection connection
        && call.getMethod().getName().equals("commit")) {
      try {
        beforeCommit.on(connection);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The SQL of each execution since counting started. */
  public List<String> executions() {
    return recorded().stream().map(Execution::sql).toList();
  }

  /** Each execution since counting started, with its parameters. */
  public List<Execution> recorded() {
    return List.copyOf(executions);
  }

  /** How many executions there were since counting started. */
  public int count() {
    return executions.size();
  }

  /** Runs an action of the test or its tools, which is not counted. */
  public <T> T ignoring(Supplier<T> action) {
    var before = ignored.get();
    ignored.set(true);
    try {
      return action.get();
    } finally {
      ignored.set(before);
    }
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (!ignored.get()) {
      executions.add(
          queries.isEmpty()
              ? new Execution("", List.of())
              : new Execution(queries.get(0).getQuery(), parameters(queries.get(0))));
    }
  }

  private static List<ParameterSetOperation> parameters(QueryInfo query) {
    var rows = query.getParametersList();
    return rows.isEmpty() ? List.of() : List.copyOf(rows.get(0));
  }

  @TestConfiguration
  public static class Configuration {

    @Bean
    static CountedDatabase countedDatabase() {
      return new CountedDatabase();
    }

    @Bean
    static BeanPostProcessor countExecutions(CountedDatabase counted) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? counted.counted(source) : bean;
        }
      };
    }
  }
}

package com.customerfocus.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Remembers each JDBC execution of the program; a batch is one. Import it where they count. */
public class CountedDatabase implements QueryExecutionListener {

  private final List<String> executions = new CopyOnWriteArrayList<>();

  /** Forgets what was executed so far. */
  public void startCounting() {
    executions.clear();
  }

  /** The SQL of each execution since counting started. */
  public List<String> executions() {
    return List.copyOf(executions);
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    executions.add(queries.isEmpty() ? "" : queries.get(0).getQuery());
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
          return bean instanceof DataSource source
              ? ProxyDataSourceBuilder.create(source).listener(counted).build()
              : bean;
        }
      };
    }
  }
}

package com.customerfocus;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.ProgramsEnd;
import com.customerfocus.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class StartTests {

  @Test
  void twoNodesMayStartAtTheSameMomentOnAnEmptyDatabase() throws Exception {
    var database = TestDatabase.newPostgresDatabase();
    var pool = Executors.newFixedThreadPool(2);
    Callable<ConfigurableApplicationContext> start = () -> node(database);
    try {
      var nodes = pool.invokeAll(List.of(start, start));
      for (var node : nodes) {
        var repository = node.get().getBean(RepositoryService.class);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
      }
      var tables = nodes.get(0).get().getBean(JdbcTemplate.class);
      assertThat(
              tables.queryForObject(
                  "select count(*) from ACT_ID_USER where ID_ = 'admin'", Integer.class))
          .isEqualTo(1);
      assertThat(tables.queryForObject("select count(*) from secret", Integer.class)).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static ConfigurableApplicationContext node(String database) {
    return new SpringApplicationBuilder(CustomerFocusApplication.class)
        .initializers(ProgramsEnd::add)
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=",
            "--spring.jmx.enabled=false",
            "--customer-focus.base-url=http://localhost",
            "--customer-focus.administrator.id=admin",
            "--customer-focus.administrator.password=admin-secret");
  }
}

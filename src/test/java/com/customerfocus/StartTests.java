package com.customerfocus;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CustomerFocusTest
class StartTests {

  @Test
  void theEngineRunsOnTablesThatLiquibaseMade(@Autowired ProcessEngine engine) {
    assertThat(
            engine
                .getManagementService()
                .getTableName(org.camunda.bpm.engine.runtime.Execution.class))
        .isNotBlank();
  }
}

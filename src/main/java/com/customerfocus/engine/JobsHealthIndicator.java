package com.customerfocus.engine;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Whether this node works on the engine's jobs, and how many of all nodes' jobs are due or wait for
 * somebody to look into why they failed.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobsHealthIndicator extends AbstractHealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final JobExecutor executor;
  private final ManagementService management;

  JobsHealthIndicator(JobExecutor executor, ManagementService management) {
    this.executor = executor;
    this.management = management;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var failed = management.createJobQuery().noRetriesLeft().count();
    if (!executor.isActive()) {
      health.down().withDetail("trouble", "The job executor does not run on this node.");
    } else if (failed > 0) {
      health.status(DEGRADED).withDetail("trouble", "Jobs have failed: Cockpit says why.");
    } else {
      health.up();
    }
    health.withDetail("due", management.createJobQuery().executable().count());
    health.withDetail("failed", failed);
  }
}

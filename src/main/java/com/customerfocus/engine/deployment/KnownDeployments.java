package com.customerfocus.engine.deployment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has this node work off the jobs of the models it knows: its own, and all those before. What a
 * newer version of the program deploys while this one still runs it leaves to the newer nodes: a
 * step of it may need what only they have, and would fail here until its retries are used up.
 *
 * <p>Looks again and again, since a node that joins later may deploy models known here once more.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class KnownDeployments {

  private static final Logger LOG = LoggerFactory.getLogger(KnownDeployments.class);
  private static final String EVERY = "10s";

  private final ModelDeployer deployer;
  private final ManagementService management;
  private final String own;
  private int left;

  KnownDeployments(ModelDeployer deployer, ManagementService management) {
    this.deployer = deployer;
    this.management = management;
    this.own = deployer.fingerprint();
  }

  @Scheduled(fixedDelayString = EVERY)
  void register() {
    var deployments = deployer.deployments();
    var known = known(deployments, own);
    var registered = management.getRegisteredDeployments();
    known.stream()
        .map(Deployment::getId)
        .filter(id -> !registered.contains(id))
        .forEach(management::registerDeploymentForJobExecutor);
    var unknown = deployments.size() - known.size();
    if (unknown != left) {
      LOG.info(
          "Of {} deployments of models {} are newer than this program's: newer nodes do their jobs",
          deployments.size(),
          unknown);
      left = unknown;
    }
  }

  /**
   * Those up to the first that is the same as our own, and whatever later is the same as one of
   * these.
   *
   * @param deployments the first one first
   */
  static List<Deployment> known(List<Deployment> deployments, String own) {
    var known = new ArrayList<Deployment>();
    var fingerprints = new HashSet<String>();
    for (var deployment : deployments) {
      if (!fingerprints.contains(own) || fingerprints.contains(deployment.getSource())) {
        known.add(deployment);
        fingerprints.add(deployment.getSource());
      }
    }
    return known;
  }
}

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
 * Registers with this node's job executor the deployments whose models the node knows: its own and
 * all earlier ones. Jobs of later deployments are left to nodes of the newer version: their steps
 * may need delegates that are missing here and would use up their retries.
 *
 * <p>Repeats itself, since a node that joins later may deploy known models again.
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
   * Deployments up to the first with our own fingerprint, and later ones with a fingerprint among
   * these.
   *
   * @param deployments oldest first
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

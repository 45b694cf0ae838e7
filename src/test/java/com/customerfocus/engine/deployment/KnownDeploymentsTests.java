package com.customerfocus.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each letter is a deployment; the same letter has the same models. */
class KnownDeploymentsTests {

  @ParameterizedTest(name = "{2}: of {0} a program with the models {1} knows {3}")
  @CsvSource({
    "A,    A, the first of all,                                   A",
    "AB,   A, the old one leaves the new models to the new one,   A",
    "AB,   B, the new one does the rest of the old one's work,    AB",
    "ABA,  A, the old one was started again,                      AA",
    "ABA,  B, the old one was started again beside the new one,   ABA",
    "ABAB, A, the new one came again,                             AA",
    "ABC,  B, in the middle of two upgrades,                      AB",
    "ABC,  C, the newest knows all,                               ABC",
    "AB,   C, it is not deployed yet,                             AB",
  })
  void aProgramKnowsItsOwnModelsAndAllBeforeThem(
      String deployed, String own, String story, String known) {
    assertThat(
            KnownDeployments.known(deployments(deployed), own).stream()
                .map(Deployment::getSource)
                .collect(Collectors.joining()))
        .as(story)
        .isEqualTo(known);
  }

  @Test
  void whatIsRegisteredIsNotAskedForAgain() {
    var deployer = mock(ModelDeployer.class);
    var management = mock(ManagementService.class);
    var deployments = deployments("AB");
    when(deployments.get(0).getId()).thenReturn("first");
    when(deployments.get(1).getId()).thenReturn("second");
    when(deployer.deployments()).thenReturn(deployments);
    when(deployer.fingerprint()).thenReturn("B");
    when(management.getRegisteredDeployments()).thenReturn(Set.of("first"));

    new KnownDeployments(deployer, management).register();

    verify(management).registerDeploymentForJobExecutor("second");
    verify(management, never()).registerDeploymentForJobExecutor("first");
  }

  private static List<Deployment> deployments(String sources) {
    return Stream.of(sources.split("")).map(KnownDeploymentsTests::deployment).toList();
  }

  private static Deployment deployment(String source) {
    var deployment = mock(Deployment.class);
    when(deployment.getSource()).thenReturn(source);
    return deployment;
  }
}

package com.customerfocus.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.annotation.Transactional;

class TransactionRetryAdvisorTests {

  private final Service service = new Service();
  private final Service advised;

  TransactionRetryAdvisorTests() {
    var proxy = new ProxyFactory(service);
    proxy.addAdvisor(new TransactionRetryAdvisor());
    advised = (Service) proxy.getProxy();
  }

  @Test
  void aConflictIsRetried() {
    advised.write();

    assertThat(service.calls).isEqualTo(2);
  }

  @Test
  void aReadOnlyMethodIsNotRetried() {
    assertThatExceptionOfType(OptimisticLockingException.class).isThrownBy(advised::read);
    assertThat(service.calls).isOne();
  }

  @Transactional
  static class Service {

    private int calls;

    void write() {
      failOnce();
    }

    @Transactional(readOnly = true)
    void read() {
      failOnce();
    }

    private void failOnce() {
      calls++;
      if (calls == 1) {
        throw new OptimisticLockingException("Changed meanwhile");
      }
    }
  }
}

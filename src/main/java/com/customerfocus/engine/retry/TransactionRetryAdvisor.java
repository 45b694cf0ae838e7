package com.customerfocus.engine.retry;

import java.lang.reflect.Method;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.StaticMethodMatcher;
import org.springframework.aop.support.annotation.AnnotationClassFilter;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/**
 * Lets what somebody asks of a service be {@link ConflictRetry tried again}, when its transaction
 * begins with the call: a press of the button on the personal page, say. Stands before that
 * transaction.
 *
 * <p>What only reads loses nothing to others, and what hands on row by row must not do so twice.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TransactionRetryAdvisor extends AbstractPointcutAdvisor {

  private final transient Pointcut services =
      new ComposablePointcut(new AnnotationClassFilter(Transactional.class, true))
          .intersection(new Writing());

  TransactionRetryAdvisor() {
    setOrder(0);
  }

  @Override
  public Pointcut getPointcut() {
    return services;
  }

  @Override
  public Advice getAdvice() {
    return (MethodInterceptor)
        call ->
            ConflictRetry.inTransaction()
                ? call.proceed()
                // A call can proceed once only; its copy does.
                : ConflictRetry.onConflict(
                    () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
  }

  /** Methods whose transaction is not for reading only. */
  private static class Writing extends StaticMethodMatcher {

    /** As Spring's own, not of public methods only. */
    private final TransactionAttributeSource transactions =
        new AnnotationTransactionAttributeSource(false);

    @Override
    public boolean matches(Method method, Class<?> service) {
      var transaction = transactions.getTransactionAttribute(method, service);
      return transaction != null && !transaction.isReadOnly();
    }
  }
}

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
 * Runs transactional service methods with {@link ConflictRetry} when their transaction begins with
 * the call, for example a click on the personal page. Stands before that transaction.
 *
 * <p>Read-only methods are excluded: they lose no conflicts, and methods that stream rows to a
 * consumer must not stream them twice.
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
                // An invocation proceeds once only; each attempt needs a clone.
                : ConflictRetry.onConflict(
                    () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
  }

  /** Methods whose transaction is not read-only. */
  private static class Writing extends StaticMethodMatcher {

    /** Like Spring's own, and for methods that are not public, too. */
    private final TransactionAttributeSource transactions =
        new AnnotationTransactionAttributeSource(false);

    @Override
    public boolean matches(Method method, Class<?> service) {
      var transaction = transactions.getTransactionAttribute(method, service);
      return transaction != null && !transaction.isReadOnly();
    }
  }
}

package com.customerfocus.engine;

import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets what somebody asks of a service be {@link TryAgain tried again}, when its transaction begins
 * with the call: a press of the button on the personal page, say. Stands before that transaction.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ServicesTryAgain extends AbstractPointcutAdvisor {

  private final transient Pointcut services =
      new AnnotationMatchingPointcut(Transactional.class, true);

  ServicesTryAgain() {
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
            TryAgain.isPartOfMore()
                ? call.proceed()
                // A call can proceed once only; its copy does.
                : TryAgain.whenLost(
                    () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
  }
}

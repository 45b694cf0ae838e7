package com.customerfocus.engine;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Starts the engine only after Liquibase has made its tables. */
@Component
class EngineAfterLiquibase implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    beans.getBeanDefinition("processEngineFactoryBean").setDependsOn("liquibase");
  }
}

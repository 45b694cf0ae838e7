package com.customerfocus.benchmark;

import com.customerfocus.CustomerFocusApplication;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The program in this JVM as it runs in production, with everything it does in the background; only
 * its JDBC executions are counted.
 */
final class NodeHere implements Node {

  private final LongAdder executions = new LongAdder();
  private final ConfigurableApplicationContext context;

  /**
   * @param settings such as {@code spring.mail.host=127.0.0.1}
   */
  NodeHere(List<String> settings) {
    var program = new SpringApplication(CustomerFocusApplication.class);
    program.addInitializers(this::withoutTests, this::counted);
    context = program.run(settings.stream().map(it -> "--" + it).toArray(String[]::new));
  }

  /** The tests lie beside the program; what they bring for themselves is none of its parts. */
  private void withoutTests(ConfigurableApplicationContext starting) {
    starting.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
  }

  private void counted(ConfigurableApplicationContext starting) {
    starting.addBeanFactoryPostProcessor(
        beans ->
            beans.addBeanPostProcessor(
                new BeanPostProcessor() {
                  @Override
                  public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? counted(source) : bean;
                  }
                }));
  }

  private DataSource counted(DataSource source) {
    return ProxyDataSourceBuilder.create(source)
        .listener(
            new QueryExecutionListener() {
              @Override
              public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

              @Override
              public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                executions.increment();
              }
            })
        .build();
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public URI address() {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public long executions() {
    return executions.sum();
  }

  @Override
  public void forgetPeakHeap() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  @Override
  public long peakHeap() {
    return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  @Override
  public void close() {
    context.close();
  }

  private static class WithoutTests extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
      return type.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WithoutTests;
    }

    @Override
    public int hashCode() {
      return Objects.hash(WithoutTests.class);
    }
  }
}

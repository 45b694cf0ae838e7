package com.customerfocus.engine.decision;

import com.customerfocus.support.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decision tables that the engine has. Each is a deployment of its own, apart from the models,
 * so that a new model brings no old table back. The rights of the login are the caller's matter.
 */
@Component
@Transactional
public class DecisionTables {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionTables.class);
  private static final String DEPLOYMENT = "decision-table";

  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;
  private final JdbcClient jdbc;

  DecisionTables(
      RepositoryService repository, ProcessEngineConfigurationImpl engine, JdbcClient jdbc) {
    this.repository = repository;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  /**
   * The version that the engine uses now.
   *
   * @param key the decision's id
   */
  @Transactional(readOnly = true)
  public int latestVersion(String key) {
    return jdbc.sql("select coalesce(max(VERSION_), 0) from ACT_RE_DECISION_DEF where KEY_ = :key")
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  /** All versions, oldest first. */
  @Transactional(readOnly = true)
  public List<DeployedTable> versions(String key) {
    return jdbc.sql(
            """
            select t.VERSION_ as version, d.DEPLOY_TIME_ as deployed_at, d.SOURCE_ as source
              from ACT_RE_DECISION_DEF t
              join ACT_RE_DEPLOYMENT d on d.ID_ = t.DEPLOYMENT_ID_
             where t.KEY_ = :key order by t.VERSION_
            """)
        .param("key", key)
        .query(
            (row, number) ->
                new DeployedTable(
                    row.getInt("version"),
                    // The engine's columns have no zone: its times are those of the node.
                    row.getTimestamp("deployed_at").toInstant(),
                    row.getString("source")))
        .list();
  }

  /** The file of the version that the engine uses now. */
  @Transactional(readOnly = true)
  public String xml(String key) {
    var content =
        jdbc.sql(
                """
                select b.BYTES_
                  from ACT_RE_DECISION_DEF t
                  join ACT_GE_BYTEARRAY b
                    on b.DEPLOYMENT_ID_ = t.DEPLOYMENT_ID_ and b.NAME_ = t.RESOURCE_NAME_
                 where t.KEY_ = :key order by t.VERSION_ desc
                 fetch first 1 rows only
                """)
            .param("key", key)
            .query(byte[].class)
            .single();
    return new String(content, StandardCharsets.UTF_8);
  }

  /** Lets other nodes wait that deploy, until the transaction ends. */
  public void lock() {
    jdbc.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'deployment.lock' for update")
        .query(String.class)
        .single();
  }

  /**
   * Deploys a table that a person uploaded. The caller has checked it, and holds the lock.
   *
   * @return its version
   */
  public int deployUploaded(String key, String xml) {
    var file = xml.getBytes(StandardCharsets.UTF_8);
    deploy(fileName(key), file, DeployedTable.UPLOADED + sha256(file));
    return latestVersion(key);
  }

  /**
   * Deploys a table that comes with the program when its file has changed since it was deployed
   * last. A restart, or a new version of the program with the same file, leaves what a process
   * owner uploaded meanwhile. The caller holds the lock.
   *
   * @param name of the file, such as {@code processes/some-table.dmn}
   */
  public void deployPackaged(String name, byte[] file) {
    var key = name.substring(name.lastIndexOf('/') + 1, name.length() - ".dmn".length());
    var source = DeployedTable.PACKAGED + sha256(file);
    var versions = versions(key);
    if (PackagedTables.isDue(versions.stream().map(DeployedTable::source).toList(), source)) {
      deploy(fileName(key), file, source);
      if (!versions.isEmpty() && !versions.get(versions.size() - 1).isPackaged()) {
        LOG.warn(
            "The decision table {} of this program is new and replaces version {}, which was"
                + " uploaded: upload that once more if it is to stay",
            key,
            versions.get(versions.size() - 1).version());
      }
    }
  }

  private void deploy(String name, byte[] file, String source) {
    var deployment =
        repository
            .createDeployment()
            .name(DEPLOYMENT)
            .source(source)
            .addInputStream(name, new ByteArrayInputStream(file));
    withoutRightsOfTheLogin(deployment::deploy);
  }

  /**
   * Does something in the engine that the person who is logged in has no right to do by hand. The
   * caller has checked that they may ask for it here.
   */
  public <T> T withoutRightsOfTheLogin(Callable<T> action) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(action));
  }

  private static String fileName(String key) {
    return "processes/%s.dmn".formatted(key);
  }

  /**
   * Reads a table as {@link TableReader} does, and tries whether the engine reads it, too.
   *
   * @throws InvalidInputException when one of them does not; the message is for people
   */
  public static DecisionTable read(String xml) {
    var table = TableReader.read(xml);
    try {
      var model =
          Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      Engine.ALONE.parseDecision(table.key(), model);
    } catch (ModelException | DmnEngineException e) {
      LOG.debug("The engine refuses a table", e);
      throw new InvalidInputException(e, "refusal.table.engine");
    }
    return table;
  }

  /** Created when it is needed: it takes a second. */
  private static final class Engine {
    private static final DmnEngine ALONE =
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  }

  /** The SHA-256 of a file, in hexadecimal digits. */
  public static String sha256(String xml) {
    return sha256(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

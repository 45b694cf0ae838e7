package com.customerfocus.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Data source of the pool for an H2 file. Workaround: when threads reopen a closed database while
 * others are still leaving it, H2 can lose the open one. Its connections work, but new ones fail
 * with "in use" by this very process. Then all connections leave the pool, the lost database closes
 * with the last, and the next connection opens it.
 */
class H2Connections extends AbstractDataSource {

  private static final int IN_USE = 90020;

  private final HikariDataSource pool;
  private final String url;
  private final String user;
  private final String password;

  H2Connections(HikariDataSource pool) {
    this.pool = pool;
    this.url = pool.getJdbcUrl();
    this.user = pool.getUsername();
    this.password = pool.getPassword();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    try {
      return DriverManager.getConnection(url, user, password);
    } catch (SQLException e) {
      if (e.getErrorCode() == IN_USE && pool.getHikariPoolMXBean() != null) {
        pool.getHikariPoolMXBean().softEvictConnections();
      }
      throw e;
    }
  }
}

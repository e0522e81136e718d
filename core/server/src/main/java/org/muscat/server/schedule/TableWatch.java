package org.muscat.server.schedule;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Tells once that the table of a schedule fails, and again only after it has worked. The scheduler
 * itself would log the same at every look, so its own words are turned off (LogSetup). Safe for any
 * thread.
 */
public final class TableWatch extends AbstractSchedulerListener {

  private final DataSource database;
  private final String table;
  private final Consumer<String> failed;
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * A watch, to be made a listener of the scheduler.
   *
   * @param failed is told why it cannot go on
   */
  public TableWatch(DataSource database, String table, Consumer<String> failed) {
    this.database = database;
    this.table = table;
    this.failed = failed;
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType event) {
    switch (event) {
      case RAN_EXECUTE_DUE -> failing.set(false);
      // Not a heartbeat that fails: it may be that of what has just ended.
      case UNEXPECTED_ERROR -> failed(reason());
      default -> {}
    }
  }

  /** Something else came upon a failure of the table. */
  public void failed(String reason) {
    if (!failing.getAndSet(true)) {
      failed.accept(reason);
    }
  }

  /** The scheduler does not say what it met. */
  private String reason() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select count(*) from " + table);
      return "it can be read, and could not be written; is there room on the disk?";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }
}

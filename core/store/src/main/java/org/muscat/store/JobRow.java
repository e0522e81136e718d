package org.muscat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A row of the table of runs. */
final class JobRow implements RowMapper<JobRun> {

  static final String COLUMNS =
      "job, slot, asked, kind, state, node, attempt, failures, begun, not_before, ended, done,"
          + " total, resumed, result_rows, skipped, message";

  @Override
  public JobRun map(ResultSet row, StatementContext context) throws SQLException {
    return new JobRun(
        row.getString("job"),
        Instant.ofEpochMilli(row.getLong("slot")),
        JobRun.Asked.valueOf(row.getString("asked")),
        row.getString("kind"),
        JobRun.State.valueOf(row.getString("state")),
        row.getString("node"),
        row.getInt("attempt"),
        row.getInt("failures"),
        moment(row, "begun"),
        moment(row, "not_before"),
        moment(row, "ended"),
        row.getLong("done"),
        row.getLong("total"),
        row.getLong("resumed"),
        row.getLong("result_rows"),
        row.getInt("skipped"),
        Text.decode(row.getString("message")));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Number millis = (Number) row.getObject(column);
    return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
  }
}

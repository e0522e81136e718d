package org.muscat.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A publication as a row of its table. */
final class PublicationRow implements RowMapper<Publication> {

  /** The columns, in the order of {@link #PLACES}. */
  static final String COLUMNS =
      "theatre, model, model_hash, programs, as_of, stamp, document_hash, obstacle, recorded,"
          + " status, stability, lower, upper, coverage, regime";

  /** What {@link #bind} fills. */
  static final String PLACES =
      ":theatre, :model, :modelHash, :programs, :asOf, :stamp, :documentHash, :obstacle, :recorded,"
          + " :status, :stability, :lower, :upper, :coverage, :regime";

  @Override
  public Publication map(ResultSet row, StatementContext context) throws SQLException {
    return new Publication(
        row.getString("theatre"),
        row.getString("model"),
        row.getString("model_hash"),
        row.getString("programs"),
        Instant.ofEpochMilli(row.getLong("as_of")),
        row.getLong("stamp"),
        row.getString("document_hash"),
        row.getString("obstacle"),
        Instant.ofEpochMilli(row.getLong("recorded")),
        said(row));
  }

  private static Publication.@Nullable Said said(ResultSet row) throws SQLException {
    String status = row.getString("status");
    return status == null
        ? null
        : new Publication.Said(
            status,
            (Double) row.getObject("stability"),
            (Double) row.getObject("lower"),
            (Double) row.getObject("upper"),
            row.getDouble("coverage"),
            row.getString("regime"));
  }

  /** Adds a row to a batch. */
  static void bind(PreparedBatch batch, Publication publication) {
    Publication.Said said = publication.said();
    batch
        .bind("theatre", publication.theatre())
        .bind("model", publication.model())
        .bind("modelHash", publication.modelHash())
        .bind("programs", publication.programs())
        .bind("asOf", Times.atOrBefore(publication.asOf()))
        .bind("stamp", publication.stamp())
        .bind("documentHash", publication.documentHash())
        .bind("obstacle", publication.obstacle())
        .bind("recorded", Times.atOrAfter(publication.recordedAt()))
        .bind("status", said == null ? null : said.status())
        .bind("stability", said == null ? null : said.stability())
        .bind("lower", said == null ? null : said.lower())
        .bind("upper", said == null ? null : said.upper())
        .bind("coverage", said == null ? null : (Double) said.coverage())
        .bind("regime", said == null ? null : said.regime())
        .add();
  }
}

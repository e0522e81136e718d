package org.muscat.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that make the tables, and whether a database has seen just these: asked of Flyway's
 * own table, it takes a tenth of the time that Flyway takes to say so.
 */
final class Migrations {

  /** The scripts that every kind of database has from the same folder. */
  private static final List<String> COMMON =
      List.of(
          "V1__observations.sql",
          "V3__index_states.sql",
          "V5__fetches.sql",
          "V7__publications.sql",
          "V9__published_numbers.sql",
          "V10__jobs.sql");

  /** Those that each kind of database has in a folder of its own. */
  private static final List<String> PARTICULAR =
      List.of(
          "V2__history_never_changes.sql",
          "V4__index_states_never_change.sql",
          "V6__fetches_never_change.sql",
          "V8__publications_never_change.sql",
          "V11__job_runs_end_once.sql");

  private static final String CLASS_PATH = "classpath:";

  private Migrations() {}

  /**
   * Whether all scripts of this program ran to their end, as they are, and no others. If it cannot
   * be told, the answer is no, and Flyway has to say what is the matter.
   */
  static boolean areAllThere(Database database) {
    Map<String, Integer> there = new TreeMap<>();
    int rows = 0;
    try (Connection connection = database.writers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select script, checksum, success, type from flyway_schema_history")) {
      while (row.next()) {
        if (!row.getBoolean("success") || !"SQL".equals(row.getString("type"))) {
          return false;
        }
        rows++;
        there.put(row.getString("script"), row.getInt("checksum"));
      }
    } catch (SQLException e) {
      // Most likely there is no such table yet.
      return false;
    }
    return rows == there.size() && there.equals(checksums(database.dialect().migrations()));
  }

  /**
   * The checksums of all scripts, by their names.
   *
   * @param locations of a dialect: the common folder, then its own
   */
  static Map<String, Integer> checksums(List<String> locations) {
    Map<String, Integer> checksums = new TreeMap<>();
    COMMON.forEach(script -> checksum(locations.get(0), script, checksums));
    PARTICULAR.forEach(script -> checksum(locations.get(1), script, checksums));
    return checksums;
  }

  /** Looked for where it is: one that is not there would be looked for in all libraries. */
  private static void checksum(String location, String script, Map<String, Integer> checksums) {
    String resource = location.substring(CLASS_PATH.length()) + "/" + script;
    try (@Nullable InputStream in =
        Migrations.class.getClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        checksums.put(script, checksum(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " of this Muscat", e);
    }
  }

  /** As Flyway has it: over the lines, whatever ends them. */
  private static int checksum(InputStream script) throws IOException {
    CRC32 checksum = new CRC32();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      checksum.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return (int) checksum.getValue();
  }
}

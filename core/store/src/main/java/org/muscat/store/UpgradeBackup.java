package org.muscat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of a SQLite file that is taken before its tables change. */
final class UpgradeBackup {

  private static final Logger LOG = LoggerFactory.getLogger(UpgradeBackup.class);

  private UpgradeBackup() {}

  /**
   * Copies the database beside itself, whole and durable. A backup of an earlier try between the
   * same versions is replaced: nothing is ever deleted from a store, so the newer one holds all
   * that the older one did.
   *
   * @throws StoreException if there is no room, or it cannot be written; the upgrade must not go on
   */
  static Path take(Connection connection, Path file, String from, String to) throws SQLException {
    Path backup = file.resolveSibling(file.getFileName() + ".v" + from + "-before-v" + to + ".db");
    Path part = backup.resolveSibling(backup.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      checkRoom(file, backup);
      try (PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
        copy.setString(1, part.toString());
        copy.execute();
      }
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, backup, StandardCopyOption.REPLACE_EXISTING);
      LOG.atInfo()
          .addKeyValue("event", "store-backed-up")
          .addKeyValue("backup", backup)
          .addKeyValue("from", from)
          .addKeyValue("to", to)
          .log("Store was backed up before its upgrade");
      return backup;
    } catch (IOException e) {
      throw new StoreException(
          "cannot back up " + file + " to " + backup + " before its upgrade: " + e, e);
    }
  }

  private static void checkRoom(Path file, Path backup) throws IOException {
    long bytes = Files.size(file);
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    bytes += Files.exists(log) ? Files.size(log) : 0;
    long room = Files.getFileStore(file).getUsableSpace();
    if (room < bytes) {
      throw new StoreException(
          "cannot back up "
              + file
              + " to "
              + backup
              + " before its upgrade: this takes up to "
              + megabytes(bytes)
              + " and the disk has "
              + megabytes(room)
              + "; make room, nothing was changed");
    }
  }

  private static String megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000 + " MB";
  }
}

package org.muscat.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies a database to a file. */
final class Backup {

  private final Database database;

  Backup(Database database) {
    this.database = database;
  }

  /**
   * Copies, checks, and names the copy last, so that a file of that name is whole.
   *
   * @throws StoreException as {@link Store#backup} says; nothing of the copy is left then
   */
  StoreCheck run(Path target) {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreException("there is no folder " + folder + " for the backup; make it");
    }
    if (Files.exists(target)) {
      throw new StoreException(target + " is there already; name another file");
    }
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      Files.deleteIfExists(partial);
      database.dialect().copy(database.place(), partial);
      StoreCheck check = checked(partial);
      force(partial);
      Files.move(partial, target);
      return check;
    } catch (IOException e) {
      throw new StoreException("cannot write the backup " + target + ": " + e, e);
    } finally {
      remove(partial);
    }
  }

  private static StoreCheck checked(Path copy) {
    StoreCheck check;
    try (Store store = Store.open(copy)) {
      check = store.check();
    }
    if (!check.problems().isEmpty()) {
      throw new StoreException(
          "the copy has problems, so it was not kept; 'muscat store check' looks at the store: "
              + check.problems().get(0));
    }
    return check;
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void remove(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw new StoreException("cannot remove " + partial + ": " + e, e);
    }
  }
}

package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real disks that are full or read-only, and a server that is down. */
class DiskTest {

  @TempDir Path folder;

  @Test
  void shouldSayThatTheDiskIsFullAndGoOnWhenThereIsRoomAgain() throws Exception {
    Path disk = folder.resolve("disk");
    try (Mount mount = Mount.inMemory(disk, "12m")) {
      Path file = disk.resolve("muscat.db");
      Path ballast = Files.write(disk.resolve("ballast"), new byte[4_000_000]);
      try (Store store = Store.open(file)) {
        int[] next = {1};
        ThrowingCallable fill =
            () -> {
              while (true) {
                store.append(CrashingWriter.delivery(next[0]));
                next[0]++;
              }
            };

        assertThatThrownBy(fill)
            .isInstanceOf(StoreException.class)
            .hasMessageStartingWith("cannot store a delivery of 'crash' in " + file + ": ")
            .hasMessageContaining("the disk is full: make room");
        fillWhatIsLeft(disk);
        assertThat(store.isWritable()).isFalse();
        assertThat(CrashingWriter.lastStored(store)).isEqualTo(next[0] - 1);
        assertThat(integrity(file)).isEqualTo("ok");

        Files.delete(ballast);
        Files.delete(disk.resolve("rest"));
        assertThat(store.isWritable()).isTrue();
        store.append(CrashingWriter.delivery(next[0]));
        assertThat(CrashingWriter.lastStored(store)).isEqualTo(next[0]);
      }
      assertThat(integrity(file)).isEqualTo("ok");
      assertThat(mount).isNotNull();
    }
  }

  @Test
  void shouldNotOpenOnAReadOnlyFileSystemAndOpenWhenItIsWritableAgain() throws Exception {
    Path disk = folder.resolve("disk");
    try (Mount mount = Mount.inMemory(disk, "12m")) {
      Path file = disk.resolve("muscat.db");
      try (Store store = Store.open(file)) {
        store.append(CrashingWriter.delivery(1));
      }
      mount.remount("ro");

      assertThatThrownBy(() -> Store.open(file))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("may not write there");

      mount.remount("rw");
      try (Store store = Store.open(file)) {
        assertThat(store.isWritable()).isTrue();
        assertThat(CrashingWriter.lastStored(store)).isEqualTo(1);
      }
    }
  }

  @Test
  void shouldSayThatTheFileSystemWentReadOnlyAndGoOnWhenItIsReplaced() throws Exception {
    Path disk = folder.resolve("disk");
    Path image = folder.resolve("disk.img");
    try (Mount mount = Mount.ext4(image, disk)) {
      Path file = disk.resolve("muscat.db");
      try (Store store = Store.open(file)) {
        store.append(CrashingWriter.delivery(1));
        assertThat(CrashingWriter.lastStored(store)).isEqualTo(1);

        mount.breakIt();

        assertThatThrownBy(() -> store.append(CrashingWriter.delivery(2)))
            .isInstanceOf(StoreException.class)
            .hasMessageStartingWith("cannot store a delivery of 'crash' in " + file + ": ")
            .hasMessageMatching(
                "(?s).*; (the file or its file system is read-only|check the disk).*");
        assertThat(store.isWritable()).isFalse();

        mount.replace(image);

        await().atMost(Duration.ofSeconds(30)).until(store::isWritable);
        assertThat(CrashingWriter.lastStored(store)).isEqualTo(1);
        store.append(CrashingWriter.delivery(2));
        assertThat(CrashingWriter.lastStored(store)).isEqualTo(2);
        assertThat(integrity(file)).isEqualTo("ok");
      }
    }
  }

  @Test
  void shouldSayThatTheServerIsDownAndGoOnWhenItIsUpAgain() throws Exception {
    try (OwnPostgres server = new OwnPostgres(folder.resolve("data"));
        Store store = Store.open(StoreLocation.of(server.url()))) {
      store.append(CrashingWriter.delivery(1));

      server.stop();

      assertThat(store.isWritable()).isFalse();
      assertThatThrownBy(() -> store.append(CrashingWriter.delivery(2)))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("cannot store a delivery of 'crash' in jdbc:postgresql://")
          .hasMessageEndingWith("; is the server up?");

      server.startAgain();

      await().atMost(Duration.ofMinutes(1)).until(store::isWritable);
      assertThat(CrashingWriter.lastStored(store)).isEqualTo(1);
      store.append(CrashingWriter.delivery(2));
      assertThat(CrashingWriter.lastStored(store)).isEqualTo(2);
    }
  }

  /** Writes until not one byte more can be written. */
  private static void fillWhatIsLeft(Path disk) throws IOException {
    Path rest = disk.resolve("rest");
    try (var out = Files.newOutputStream(rest)) {
      byte[] page = new byte[4096];
      while (true) {
        out.write(page);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static String integrity(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma integrity_check")) {
      return row.getString(1);
    }
  }
}

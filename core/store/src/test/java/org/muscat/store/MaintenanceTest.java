package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.point;
import static org.muscat.store.Days.values;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Observation;

/** Check and backup of a file. */
class MaintenanceTest {

  private Path folder;
  private Path file;
  private Store store;

  @BeforeEach
  void open(@TempDir Path empty) {
    folder = empty;
    file = folder.resolve("muscat.db");
    store = Store.open(file);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update vintage set first_known = first_known - 1 | first of its observations",
        "update vintage set first_known = first_known - 1 | first of its arrivals",
        "update arrival set first_known = first_known - 1 | an arrival tells the first known-at",
        "delete from arrival where vintage = 1 | an arrival tells the first known-at",
        "delete from observation where vintage = 1 | a delivery that arrived brought something",
        "update observation set value = 9e999 | a value is finite",
        "update observation set known_basis = 'X' | a known basis is F, P or A",
        "update observation set attributes = 'x' where event_key <> '' | its texts cannot be read",
        "delete from delivery where id = 1 | names a row of delivery that is not there",
        "update confirmation set last_observed = 0 | a confirmation ends at or after",
        "insert into publication values ('t', 0, 99, '', '', '', '', null, 0, null, null, null,"
            + " null, null, null) | a publication was read from a delivery that there is"
      })
  void shouldFindWhatIsWrong(String damage, String problem) throws SQLException {
    Observation event = Observation.event(TALKS, "e", day(1), "contact", 1, Map.of("a", "b"));
    store.append(delivery(2, point(1, 10), event));
    store.append(delivery(3, point(1, 10), event));
    store.close();
    raw("drop trigger observation_is_never_updated", "drop trigger observation_is_never_deleted");
    raw("drop trigger arrival_is_never_updated", "drop trigger arrival_is_never_deleted");
    raw("drop trigger delivery_is_never_deleted", "drop trigger confirmation_is_never_updated");
    raw(damage);

    store = Store.open(file);

    assertThat(store.check().problems()).anyMatch(one -> one.contains(problem));
  }

  @Test
  void shouldFindADamagedFile() throws IOException {
    List<Observation> points = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      points.add(point(i, i, i));
    }
    store.append(new Delivery(EIA, 1, day(30_000), points, null));
    store.close();
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(file.toFile().length() - 3 * 16_384L);
      raw.write(new byte[16_384]);
    }

    store = Store.open(file);

    assertThat(store.check().problems())
        .anyMatch(one -> one.startsWith("the database is damaged: "));
  }

  @Test
  void shouldCopyOneMomentOfAStoreThatIsWritten() throws InterruptedException {
    store.append(delivery(2, point(1, 10)));
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 2; !stop.get(); i++) {
                store.append(delivery(i + 1, point(i, i), point(i + 0.5, i)));
              }
            });
    writer.start();
    StoreCheck check;
    Path copy = folder.resolve("copy.db");
    try {
      check = store.backup(copy);
    } finally {
      stop.set(true);
      writer.join();
    }

    assertThat(check.problems()).isEmpty();
    // Deliveries of two observations each, all or nothing, after one of one.
    assertThat(check.observations() % 2).isEqualTo(1);
    try (Store copied = Store.open(copy)) {
      assertThat(values(copied, 2)).containsExactly(10);
      assertThat(copied.check().observations()).isEqualTo(check.observations());
    }
    assertThat(folder.resolve("copy.db.partial")).doesNotExist();
  }

  @Test
  void shouldNotOverwriteAFile() throws IOException {
    Path copy = Files.writeString(folder.resolve("copy.db"), "mine");

    assertThatThrownBy(() -> store.backup(copy))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is there already; name another file");
    assertThat(copy).hasContent("mine");
  }

  @Test
  void shouldKeepNoCopyThatHasProblems() throws SQLException {
    store.append(delivery(2, point(1, 10)));
    raw("update vintage set first_known = first_known - 1");

    assertThatThrownBy(() -> store.backup(folder.resolve("copy.db")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the copy has problems");
    assertThat(folder.resolve("copy.db")).doesNotExist();
    assertThat(folder.resolve("copy.db.partial")).doesNotExist();
  }

  private void raw(String... changes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }
}

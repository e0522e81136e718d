package org.muscat.store;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL of one test, which can be killed, stopped and started again on the same data. */
final class OwnPostgres implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path data;
  private EmbeddedPostgres server;

  OwnPostgres(Path data) throws IOException {
    this.data = data;
    this.server =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start();
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** As kill -9 does to the postmaster; its children see that and end. */
  void kill() throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    List<ProcessHandle> children = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    await()
        .atMost(PATIENCE)
        .until(() -> !postmaster.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** An orderly stop; clients are disconnected. */
  void stop() throws IOException {
    server.close();
  }

  void startAgain() throws IOException {
    int port = server.getPort();
    server.close();
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setPGStartupWait(PATIENCE)
            .start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package org.muscat.server.access;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;
import org.muscat.server.config.ConfigException;

/** Who may ask a server for what: everything that belongs to it. Closing it removes its token. */
public final class Access implements AutoCloseable {

  private static final int CREDENTIAL_THREADS = 2;
  private static final int MOST_WAITING = 64;
  private static final int SECRET_BYTES = 32;

  private final AccessFiles files;
  private final LocalToken local;
  private final WorkerExecutor workers;
  private final Door door;
  private final ServerGuard guard;

  private Access(
      AccessConfig config,
      String host,
      AccessFiles files,
      LocalToken local,
      Vertx vertx,
      Clock clock) {
    this.files = files;
    this.local = local;
    LongSupplier nanoTime = System::nanoTime;
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    this.workers = vertx.createSharedWorkerExecutor("credentials", CREDENTIAL_THREADS);
    BoundedWork work = new BoundedWork(workers, MOST_WAITING);
    Passwords passwords = new Passwords(work, nanoTime, secret);
    Authenticator authenticator =
        new Authenticator(
            config, files::present, local, passwords, work, new Attempts(nanoTime), clock);
    Connections connections = new Connections(config.connections(), nanoTime);
    this.door =
        new Door(
            config,
            files::present,
            authenticator,
            new Pace(config, files::present, nanoTime),
            Hosts.of(host, config.hosts()),
            connections);
    this.guard = new ServerGuard(vertx, files, door, connections);
  }

  /**
   * Reads the files of access, and writes the local token.
   *
   * @param config who may ask, and how much
   * @param host that the server listens on
   * @param data the folder of the token
   * @param clock the present time
   * @throws ConfigException if a file is of no use
   */
  public static Access open(AccessConfig config, String host, Path data, Vertx vertx, Clock clock) {
    AccessFiles files = AccessFiles.read(config);
    LocalToken local = LocalToken.issue(data, new SecureRandom());
    Loaded loaded = files.present();
    Exposure.tell(host, loaded, config.openReads().orElseGet(() -> !loaded.knowsAnybody()));
    return new Access(config, host, files, local, vertx, clock);
  }

  /** Reads the files of access; what is wrong goes to the problems. */
  public static void check(AccessConfig config, Problems problems) {
    Loaded unused = Loaded.of(config, problems);
  }

  public Door door() {
    return door;
  }

  public ServerGuard guard() {
    return guard;
  }

  /** Whether connections are encrypted. */
  public boolean isEncrypted() {
    return files.present().tls().isPresent();
  }

  /** One that is not closed would be kept by Vert.x for ever, with all that can be reached. */
  @Override
  public void close() {
    workers.close();
    local.close();
  }
}

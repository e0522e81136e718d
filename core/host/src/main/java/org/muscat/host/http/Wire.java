package org.muscat.host.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP client of the host, with an event loop of its own that starts with the first
 * request. Certificates and host names are always checked. Safe for any thread.
 *
 * <p>It is the client of vertx-core: the web client on top of it gives nobody the exchange in hand
 * once the head of an answer is there, so that a huge or endless answer could not be cut off.
 */
final class Wire implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  /** Only this client runs on its event loop; that it loads its classes slowly alarms nobody. */
  private static final Duration BLOCKED_AFTER = Duration.ofSeconds(10);

  private static final int CONNECTIONS_TO_A_HOST = 4;
  private static final int MOST_HEADER_BYTES = 64 << 10;

  private final HttpSettings settings;
  private final Clock clock;

  /** Of whoever makes this, which is the host. */
  private final ThreadGroup threads = Thread.currentThread().getThreadGroup();

  private @Nullable Vertx vertx;
  private @Nullable HttpClient client;
  private boolean closed;

  Wire(HttpSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Starts the client if nothing was sent yet, so that its start is not held against a server. */
  void open() {
    var unused = inOwnContext(this::client);
  }

  /**
   * Sends a request and waits for the whole answer.
   *
   * @param url absolute, http or https, with everything in it
   * @throws TransportException if none came; the exchange is cut off
   */
  RawAnswer ask(
      String url,
      Map<String, String> headers,
      long mostBytes,
      Deadline deadline,
      UsageCounter counter)
      throws TransportException, InterruptedException {
    Exchange exchange = new Exchange(mostBytes, counter, clock);
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(url)
            .setFollowRedirects(false)
            .setConnectTimeout(Math.max(1, shorter(deadline.left()).toMillis()));
    headers.forEach(options::putHeader);
    settings
        .proxy()
        .filter(proxy -> proxy.isFor(URI.create(url).getHost()))
        .ifPresent(proxy -> options.setProxyOptions(options(proxy)));
    var unused =
        inOwnContext(
            () -> client().request(options).onComplete(exchange::connected, exchange::failed));
    return exchange.await(deadline);
  }

  /** Vert.x remembers the context class loader of its caller, which here may be a plugin's. */
  private static <T> T inOwnContext(Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Wire.class.getClassLoader());
    try {
      return code.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Duration shorter(Duration left) {
    return left.compareTo(CONNECT_WITHIN) < 0 ? left : CONNECT_WITHIN;
  }

  private static ProxyOptions options(HttpSettings.Proxy proxy) {
    ProxyOptions options = new ProxyOptions().setHost(proxy.host()).setPort(proxy.port());
    proxy.username().ifPresent(options::setUsername);
    proxy.password().ifPresent(password -> options.setPassword(password.reveal()));
    return options;
  }

  private synchronized HttpClient client() {
    if (closed) {
      throw new IllegalStateException("the host is closing");
    }
    if (client == null) {
      HttpClientOptions options = clientOptions(); // may fail, so before anything is started
      Vertx started = onOwnThread(Wire::startVertx);
      vertx = started;
      client =
          started.createHttpClient(
              options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_TO_A_HOST));
    }
    return client;
  }

  /** A thread is of the group of the one that starts it, which here may be a plugin's. */
  private <T> T onOwnThread(Callable<T> code) {
    FutureTask<T> task = new FutureTask<>(code);
    Thread starter = new Thread(threads, task, "http-start");
    starter.setDaemon(true);
    starter.setContextClassLoader(Wire.class.getClassLoader());
    starter.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("HTTP client not started: " + e.getCause(), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private HttpClientOptions clientOptions() {
    HttpClientOptions options =
        new HttpClientOptions()
            .setTrustAll(false)
            .setVerifyHost(true)
            .setDecompressionSupported(false)
            .setMaxHeaderSize(MOST_HEADER_BYTES)
            .setShared(false);
    return settings.trust().isEmpty()
        ? options
        : options.setTrustOptions(TrustOptions.wrap(Trust.managerOf(settings.trust())));
  }

  /** With its event loop running, which starts the other threads. */
  private static Vertx startVertx() {
    Vertx started =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setMaxEventLoopExecuteTime(BLOCKED_AFTER.toNanos())
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    started.runOnContext(nothing -> {});
    return started;
  }

  @Override
  public void close() {
    Vertx open;
    synchronized (this) {
      closed = true;
      open = vertx;
      vertx = null;
      client = null;
    }
    if (open == null) {
      return;
    }
    try {
      open.close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.atWarn()
          .addKeyValue("event", "http-client-not-closed")
          .setCause(e)
          .log("HTTP client not closed");
    }
  }
}

package org.muscat.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A web server on loopback that plays what a test tells it, well or badly. One request a
 * connection. Remembers what it was asked.
 */
public final class StubServer implements AutoCloseable {

  private static final int LONGEST_HEAD = 64 << 10;

  private final ServerSocket socket;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool(StubServer::thread);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final List<StubRequest> requests = new ArrayList<>();
  private final Deque<StubAnswer> next = new ArrayDeque<>();
  private Function<StubRequest, StubAnswer> otherwise = request -> StubAnswer.status(404);

  private StubServer(ServerSocket socket, String scheme) {
    this.socket = socket;
    this.scheme = scheme;
    threads.execute(this::accept);
  }

  /** A server of http on a free port. */
  public static StubServer http() {
    try {
      return new StubServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A server of https on a free port.
   *
   * @param identity with the key and certificate that it shows
   */
  public static StubServer https(SSLContext identity) {
    try {
      return new StubServer(
          identity
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
          "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers the next requests in this order, each once. */
  public synchronized StubServer then(StubAnswer... answers) {
    next.addAll(List.of(answers));
    return this;
  }

  /** Answers every request for which no answer is in line; 404 if nothing is said. */
  public synchronized StubServer otherwise(Function<StubRequest, StubAnswer> answer) {
    otherwise = answer;
    return this;
  }

  /** The address of a path on this server. */
  public URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + port() + path);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What was asked, in its order. */
  public synchronized List<StubRequest> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!closed.get()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        if (!closed.get()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      StubRequest request = read(new BufferedInputStream(client.getInputStream()));
      if (request != null) {
        answer(request).send(client.getOutputStream(), closing);
        client.getOutputStream().flush();
      }
    } catch (SocketException | SSLException e) {
      // The client hung up or does not like the certificate, as many a test wants it to.
    } catch (IOException e) {
      if (!closed.get()) {
        throw new UncheckedIOException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private synchronized StubAnswer answer(StubRequest request) {
    requests.add(request);
    StubAnswer inLine = next.poll();
    return inLine == null ? otherwise.apply(request) : inLine;
  }

  /** Null if the client connected and said nothing. */
  private static @Nullable StubRequest read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0 || head.length() > LONGEST_HEAD) {
        return null;
      }
      head.append((char) octet);
    }
    String[] lines = head.toString().split("\r\n");
    String[] first = lines[0].split(" ");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(":", 2);
      headers.put(
          parts[0],
          new String(parts[1].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
              .strip());
    }
    return new StubRequest(first[0], first[1], headers);
  }

  /** Lets go of every answer that hangs, and closes every connection. Idempotent. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    closing.countDown();
    try {
      socket.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdown();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "stub-server");
    thread.setDaemon(true);
    return thread;
  }
}

package org.muscat.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Thousands of connections to a server of its own that have asked once and then say nothing: what
 * they cost it, how soon somebody else is answered meanwhile, whether those beyond the limit push
 * out the oldest, and whether the server lets all of them go in the end.
 */
public final class IdleBench {

  private static final int CONNECTIONS = Integer.getInteger("connections", 10_000);
  private static final int BEYOND = Integer.getInteger("beyond", 1_000);
  private static final int ANSWERS = 500;

  /** As docs/security.md says, and some seconds more. */
  private static final int LET_GO_SECONDS = 75 + 10;

  private final URI server;
  private final long process;
  private final HttpClient viewer =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<SocketChannel> idle = new ArrayList<>();

  private IdleBench(URI server, long process) {
    this.server = server;
    this.process = process;
  }

  /** The address of the server, and its process. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new IdleBench(URI.create(arguments[0]), Long.parseLong(arguments[1])).run();
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(
        "idle      open   resident  threads   files   an answer: p50      p99      worst");
    answers(ANSWERS * 4);
    tell();
    for (int step = 1; step <= 4; step++) {
      open(CONNECTIONS * step / 4);
      tell();
    }
    open(CONNECTIONS + BEYOND);
    tell();
    long oldest = idle.subList(0, BEYOND).stream().filter(IdleBench::isOpen).count();
    System.out.printf(
        "beyond the limit of %d: of the %d that were idle longest %d are still open%n",
        CONNECTIONS, BEYOND, oldest);
    TimeUnit.SECONDS.sleep(LET_GO_SECONDS);
    tell();
    for (SocketChannel one : idle) {
      one.close();
    }
  }

  /** Opens more until there were so many; each asks once. */
  private void open(int number) throws IOException {
    InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
    byte[] request =
        ("GET /-/healthy HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    while (idle.size() < number) {
      SocketChannel one = SocketChannel.open(address);
      one.write(ByteBuffer.wrap(request));
      ByteBuffer answer = ByteBuffer.allocate(2_048);
      while (!new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
          .endsWith("healthy\n")) {
        if (one.read(answer) < 0) {
          throw new EOFException("connection " + idle.size() + " was closed before its answer");
        }
      }
      one.configureBlocking(false);
      idle.add(one);
    }
  }

  private void tell() throws IOException, InterruptedException {
    double[] millis = answers(ANSWERS);
    System.out.printf(
        Locale.ROOT,
        "%5d %8d %7.0f MB %8d %7d %19.2f ms %5.2f ms %7.2f ms%n",
        idle.size(),
        idle.stream().filter(IdleBench::isOpen).count(),
        status("VmRSS:") / 1e3,
        status("Threads:"),
        files(),
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1]);
  }

  /** How long each answer took, the quickest first. */
  private double[] answers(int number) throws IOException, InterruptedException {
    HttpRequest index =
        HttpRequest.newBuilder(server.resolve("/api/v1/theatres/hormuz-demo/index")).build();
    double[] millis = new double[number];
    for (int i = 0; i < number; i++) {
      long begin = System.nanoTime();
      if (viewer.send(index, BodyHandlers.ofByteArray()).statusCode() != 200) {
        throw new IOException("the viewer was refused");
      }
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    java.util.Arrays.sort(millis);
    return millis;
  }

  private static boolean isOpen(SocketChannel one) {
    try {
      return one.read(ByteBuffer.allocate(1)) >= 0;
    } catch (IOException e) {
      // The server reset it.
      return false;
    }
  }

  private long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/" + process + "/fd"))) {
      return all.count();
    }
  }
}

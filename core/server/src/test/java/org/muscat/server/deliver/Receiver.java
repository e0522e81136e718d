package org.muscat.server.deliver;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the loopback that keeps what it is sent, and answers as it is told. */
public final class Receiver implements AutoCloseable {

  /** What was sent. */
  public static final class Request {

    private final String method;
    private final String path;
    private final Headers headers;
    private final byte[] body;

    private Request(HttpExchange exchange) throws IOException {
      this.method = exchange.getRequestMethod();
      this.path = exchange.getRequestURI().toString();
      this.headers = exchange.getRequestHeaders();
      this.body = exchange.getRequestBody().readAllBytes();
    }

    public String method() {
      return method;
    }

    public String path() {
      return path;
    }

    /** The value of a header, whatever the case of its name. */
    public String header(String name) {
      return headers.getFirst(name);
    }

    byte[] body() {
      return body.clone();
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private record Answer(int status, String body, String header, String value) {}

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The next answer; 200 once there is none left. */
  public Receiver answer(int status, String body) {
    return answer(status, body, "Content-Type", "text/plain");
  }

  Receiver answer(int status, String body, String header, String value) {
    answers.add(new Answer(status, body, header, value));
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<Request> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(new Request(exchange));
      Answer answer = answers.poll();
      if (answer == null) {
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.getResponseHeaders().set(answer.header(), answer.value());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

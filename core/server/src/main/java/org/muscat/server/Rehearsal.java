package org.muscat.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muscat.host.load.ArchiveCheck;
import org.muscat.server.cli.MuscatCommand;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.Server;
import org.muscat.server.runtime.Session;
import org.muscat.store.NativeLibrary;

/**
 * Runs what users run, with the demo and nobody's data, so that the JVM meets the classes that it
 * is to archive. For {@code muscat archive-classes}; asks no network but the loopback.
 */
public final class Rehearsal {

  private static final String MODEL = "demo";
  private static final String STORE = "muscat.db";
  private static final String MAY = "2024-05-31T12:00:00Z";
  private static final String NOON = "2024-06-30T12:00:00Z";

  private final Path folder;
  private final List<String> where;

  private Rehearsal(Path folder) {
    this.folder = folder;
    this.where =
        List.of(
            "--config",
            Installation.running().demoConfig().toString(),
            "--data",
            folder.toString());
  }

  /**
   * Runs all.
   *
   * @param arguments a folder that is empty, and one that does not exist yet, for what else a start
   *     would have to unpack
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Main.prepare();
    NativeLibrary.unpack(Path.of(arguments[1]));
    Rehearsal rehearsal = new Rehearsal(Path.of(arguments[0]));
    Path plugins = Installation.running().plugins();
    // None at first, so that the check itself is among what is run.
    boolean canWrite = written(plugins, ArchiveCheck::forget);
    rehearsal.commands();
    rehearsal.server();
    if (canWrite) {
      written(plugins, ArchiveCheck::remember);
      rehearsal.start();
    }
    // Threads of plugins may still be idle.
    System.exit(0);
  }

  @FunctionalInterface
  private interface Writing {
    void to(Path folder) throws IOException;
  }

  private static boolean written(Path plugins, Writing writing) {
    try {
      writing.to(plugins);
      return true;
    } catch (IOException e) {
      System.err.println(
          "muscat: "
              + plugins
              + " cannot be written to ("
              + e
              + "); plugins are checked at each start");
      return false;
    }
  }

  private void commands() {
    String file = folder.resolve("muscat.prom").toString();
    run("score", "--model", MODEL, "--fetch", "--textfile", file);
    // So that the scores begin where a stored one ended, as those of a warm store do.
    run("backfill", "--model", MODEL, "--from", "2024-06-20T00:00:00Z", "--to", NOON);
    run("score", "--model", MODEL, "--as-of", NOON);
    for (String format : List.of("json", "csv", "openmetrics")) {
      run("score", "--model", MODEL, "--as-of", NOON, "--format", format);
    }
    run("explain", "--model", MODEL, "--theatre", "hormuz-demo", "--from", MAY, "--to", NOON);
    run("config", "check", Installation.running().demoConfig().toString());
    run("plugins", "list");
  }

  /** The whole way of a command, with what only a process does; what it says is for nobody. */
  private void start() {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    List<String> all = new ArrayList<>(List.of("score", "--model", MODEL, "--as-of", NOON));
    all.addAll(List.of("--format", "json"));
    all.addAll(where);
    MuscatCommand.run(all.toArray(String[]::new));
  }

  /** A command with any end: what counts is the way to it. */
  private void run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    if (!all.get(0).equals("plugins") && !all.get(0).equals("config")) {
      all.addAll(where);
    }
    StringWriter said = new StringWriter();
    int code =
        MuscatCommand.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(said, true),
            all.toArray(String[]::new));
    // 3 is a score that is refused: the figures of the demo end in the past; 1 a list of plugins of
    // which some are.
    boolean isListed = code == 1 && command[0].equals("plugins");
    if (code != 0 && code != 3 && !isListed) {
      throw new IllegalStateException(all + " ended with " + code + ": " + said);
    }
  }

  private void server() throws IOException, InterruptedException {
    Installation home = Installation.running();
    Session session = Session.open(home.demoConfig(), home.plugins(), folder, STORE);
    try (Server server =
        Server.start(session, new ListenAddress("127.0.0.1", 0), session.clock())) {
      HttpClient client = HttpClient.newHttpClient();
      for (String path : List.of("/-/ready", "/metrics", "/api/v1/theatres", "/")) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}

package org.muscat.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Another Java process that runs a main class of the tests; its lines are collected. */
final class ChildProcess implements AutoCloseable {

  private final Process process;
  private final Thread reading;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private ChildProcess(Process process) {
    this.process = process;
    this.reading = new Thread(this::read, "child-output");
  }

  static ChildProcess of(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ChildProcess child =
        new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    child.reading.start();
    return child;
  }

  /** What it said so far, line by line. */
  List<String> lines() {
    return lines;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends it one byte. */
  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Lets it run for a while; false if it ended by itself. */
  boolean runs(long micros) throws InterruptedException {
    return !process.waitFor(micros, TimeUnit.MICROSECONDS);
  }

  /** Waits for its end and gives its exit code. */
  int end() throws InterruptedException {
    int exit = process.waitFor();
    reading.join();
    return exit;
  }

  /** As kill -9 does, and waits until it is gone and all it said is read. */
  void kill() {
    process.destroyForcibly();
    try {
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process was ending", e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | RuntimeException e) {
      lines.add("output ended: " + e);
    }
  }
}

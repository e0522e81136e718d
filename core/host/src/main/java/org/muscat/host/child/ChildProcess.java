package org.muscat.host.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A child JVM as a process: its streams, its end, and how it ended. Thread-safe. */
final class ChildProcess {

  private static final Duration LAST_WORDS = Duration.ofMillis(500);
  private static final int SIGNALLED = 128;

  private final Process process;
  private final StandardError standardError;
  private final Thread errorReader;

  private ChildProcess(String plugin, Process process) {
    this.process = process;
    this.standardError = new StandardError(plugin, process.getErrorStream());
    this.errorReader = daemon("child-" + plugin + "-stderr", standardError);
  }

  /** Starts a process. */
  static ChildProcess start(String plugin, ProcessBuilder command) throws IOException {
    Process process = command.start();
    try {
      return new ChildProcess(plugin, process);
    } catch (RuntimeException | Error e) {
      // Without its threads nobody would ever end it.
      process.destroyForcibly();
      throw e;
    }
  }

  /** A started daemon thread without anything of its parent. */
  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  InputStream output() {
    return process.getInputStream();
  }

  OutputStream input() {
    return process.getOutputStream();
  }

  long pid() {
    return process.pid();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Ends the process and those that it started, at once. Does not wait. */
  void kill() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * Waits for the end of a process whose input was closed, then kills it, and waits again.
   *
   * @param patience before it is killed
   */
  void end(Duration patience) {
    List<ProcessHandle> family = process.descendants().toList();
    try {
      if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly().waitFor();
      }
      errorReader.join(LAST_WORDS.toMillis());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /** How a process ended whose output ended; one that lives on without is killed. */
  String ending() {
    boolean interrupted = false;
    String how = "closed its pipe and was killed";
    try {
      if (process.waitFor(LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS)) {
        how = "ended with " + status(process.exitValue());
      } else {
        kill();
      }
      errorReader.join(LAST_WORDS.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return how + lastWords();
  }

  /** The last lines of its standard error, for messages; empty if it said nothing. */
  String lastWords() {
    List<String> lines = standardError.lastLines();
    return lines.isEmpty() ? "" : ", its last words: " + String.join(" | ", lines);
  }

  private static String status(int exitValue) {
    return exitValue > SIGNALLED
        ? "exit code " + exitValue + " (signal " + (exitValue - SIGNALLED) + ")"
        : "exit code " + exitValue;
  }
}

package org.muscat.dist;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Commands of the distribution in processes that run more than one of them: nine tenths of a short
 * command are the start of its JVM. Jars, plugins, entry point and options are those of {@code
 * bin/muscat}; a test about the process itself takes {@link MuscatProcess}. Safe for any thread.
 */
final class WarmMuscat {

  private static final Queue<WarmMuscat> IDLE = new ConcurrentLinkedQueue<>();

  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream answers;

  private WarmMuscat() throws IOException {
    Path home = MuscatProcess.distribution();
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dmuscat.home=" + home,
                "-cp",
                home.resolve("lib") + File.separator + "*" + File.pathSeparator + tests,
                CommandLoop.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("MUSCAT_LOG_LEVEL", "WARN");
    this.process = builder.start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> process.destroyForcibly().onExit().join()));
    this.questions = new DataOutputStream(process.getOutputStream());
    this.answers = new DataInputStream(process.getInputStream());
  }

  /** Runs a command to its end, in a process that ran others before it. */
  static MuscatProcess.Ended run(List<String> arguments) throws IOException {
    WarmMuscat idle = IDLE.poll();
    WarmMuscat muscat = idle == null ? new WarmMuscat() : idle;
    MuscatProcess.Ended ended = muscat.ask(arguments);
    IDLE.add(muscat);
    return ended;
  }

  private MuscatProcess.Ended ask(List<String> arguments) throws IOException {
    questions.writeInt(arguments.size());
    for (String argument : arguments) {
      questions.writeUTF(argument);
    }
    questions.flush();
    return new MuscatProcess.Ended(answers.readInt(), text(), text());
  }

  private String text() throws IOException {
    byte[] bytes = answers.readNBytes(answers.readInt());
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package org.muscat.faultpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.spi.MuscatPlugin;

/** The fault pack as an operator runs it. */
class FaultPackTest {

  @TempDir private Path folder;

  private record Run(int exitCode, String output) {}

  @Test
  void shouldWriteTheFaultsThatAreAskedFor() throws Exception {
    Run run =
        run(place(Fault.class) + File.pathSeparator + place(MuscatPlugin.class), "jars", "nan");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("nan.jar: A reading is no number.");
    assertThat(folder.resolve("jars/nan.jar")).isNotEmptyFile();
    assertThat(folder.resolve("jars")).isDirectoryNotContaining("glob:**busy-loop.jar");
  }

  @Test
  void shouldTakeTheContractThatIsGiven() throws Exception {
    String contract = place(MuscatPlugin.class);

    Run run = run(place(Fault.class), "--spi", contract, "jars", "busy-loop");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(folder.resolve("jars/busy-loop.jar")).isNotEmptyFile();
  }

  @Test
  void shouldSayThatItNeedsTheContract() throws Exception {
    Run run = run(place(Fault.class), "jars", "nan");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("org.muscat.spi.MuscatPlugin is not on the class path");
  }

  @Test
  void shouldListWhatThereIs() throws Exception {
    Run run = run(place(Fault.class), "jars", "no-such-fault");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("there is no fault 'no-such-fault'", "hang-in-fetch");
  }

  private Run run(String classPath, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, FaultPack.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Run(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}

package org.muscat.filedrop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.PluginContract;
import org.muscat.contract.Samples;

/** The feed against the contract, with two files in its folder. */
class FileDropContractTest extends PluginContract {

  @TempDir private Path folder;

  FileDropContractTest() {
    super(FileDropPlugin.class);
  }

  @Override
  protected void samples(Samples samples) {
    try {
      Path drop = Files.createDirectories(folder.resolve("drop"));
      Files.writeString(
          drop.resolve("freight.csv"),
          """
          series,observed_at,value,unit,source,known_at
          freight/td3c,2024-01-01,50,WS,,2024-01-02
          freight/td3c,2024-01-02,51,WS,,
          """);
      Files.writeString(
          drop.resolve("gas.csv"), "series,observed_at,value\ngas/ttf,2024-01-01,30\n");
      Path risk = Files.createDirectories(folder.resolve("risk"));
      Files.writeString(risk.resolve("ai.csv"), "Date,GPR_AI\n2024-01-01,1.5\n2024-01-02,2\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    samples.feed("file-drop").config("path: drop").in(folder);
    samples
        .feed("file-drop")
        .config("{path: risk, date: Date, columns: [gpr-ai/all=GPR_AI]}")
        .in(folder);
  }
}

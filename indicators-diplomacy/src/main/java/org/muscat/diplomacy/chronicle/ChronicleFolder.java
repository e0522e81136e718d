package org.muscat.diplomacy.chronicle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/** A chronicle of one's own: the {@code *.yaml} files of a folder. */
final class ChronicleFolder implements ChronicleSource {

  private final Path folder;

  ChronicleFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<SourceFile> files() throws FeedException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<SourceFile> files = new ArrayList<>();
      for (Path file : entries.filter(ChronicleFolder::isYaml).sorted().toList()) {
        files.add(
            new SourceFile(
                file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
      }
      return files;
    } catch (IOException e) {
      throw new FeedException(
          Reason.UNREACHABLE,
          "cannot read the chronicle in " + folder + " (" + e + "); correct 'path'",
          e);
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") && !name.startsWith(".");
  }
}

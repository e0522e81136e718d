package org.muscat.server.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ConfigException;

/** Scores a panel from files (method, section 8; docs/compose.md). */
public final class Compose {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private Compose() {}

  /**
   * Reads a panel, runs the stages of a specification in order, and writes a file for each of them
   * and for the results. Nothing is written unless all stages ran.
   *
   * @param data the panel, CSV
   * @param meta what its columns are, CSV
   * @param spec the stages, YAML
   * @param out the folder that is written into, made where it is absent
   * @return the files written
   * @throws IllegalArgumentException if a file of the panel is bad, with line, column and value
   * @throws ConfigException if the specification is bad, or a stage cannot be run on this panel
   */
  public static List<Path> run(Path data, Path meta, Path spec, Path out) {
    Meta columns = Meta.read(meta);
    List<Stage> stages = StageReader.read(spec, columns);
    Composing composing = new Composing(PanelData.read(data, columns), columns.hierarchy());
    List<Map.Entry<String, List<List<String>>>> files = new ArrayList<>();
    files.add(Map.entry("0-raw", Rows.of(composing.panel())));
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      composing.begin(stage);
      run(stage, composing);
      if (stage.changesPanel()) {
        files.add(Map.entry((i + 1) + "-" + stage.name(), Rows.of(composing.panel())));
      }
    }
    files.addAll(composing.files().entrySet());
    return write(files, out);
  }

  private static void run(Stage stage, Composing composing) {
    try {
      stage.action().apply(composing);
    } catch (IllegalArgumentException e) {
      Problems problems = new Problems();
      problems.add(stage.place(), String.valueOf(e.getMessage()));
      ConfigException.throwIfAny(problems);
    }
  }

  private static List<Path> write(List<Map.Entry<String, List<List<String>>>> files, Path out) {
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(out);
      for (Map.Entry<String, List<List<String>>> file : files) {
        Path path = out.resolve(file.getKey() + ".csv");
        try (Writer writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
          for (List<String> row : file.getValue()) {
            FORMAT.printRecord(writer, row.toArray());
          }
        }
        written.add(path);
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(out + " is not a folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + out + ": " + e.getMessage(), e);
    }
    return written;
  }
}

package org.muscat.server.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;

/**
 * Reads model files and binds them to the indicators of the loaded plugins. Everything that is
 * wrong is collected with file and line; nothing half-read is used.
 */
public final class ModelReader {

  private final LoadedPlugins plugins;
  private final Problems problems;
  private final Map<String, String> theatreFiles = new HashMap<>();
  private final Map<String, String> modelFiles = new HashMap<>();
  private final List<Theatre> theatres = new ArrayList<>();

  private ModelReader(LoadedPlugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /**
   * The theatres of model files.
   *
   * @param paths files, or folders whose {@code *.yaml} files are read in the order of their names
   */
  public static Theatres read(List<Path> paths, LoadedPlugins plugins, Problems problems) {
    ModelReader reader = new ModelReader(plugins, problems);
    for (Path path : paths) {
      reader.files(path).forEach(reader::readFile);
    }
    return new Theatres(reader.theatres);
  }

  private List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> found = inside.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (found.isEmpty()) {
        problems.add(
            new Place(path.toString(), 0, ""),
            "the folder has no *.yaml files; put a model into it");
      }
      return found;
    } catch (IOException e) {
      problems.add(new Place(path.toString(), 0, ""), "the folder cannot be read: " + e);
      return List.of();
    }
  }

  private void readFile(Path file) {
    Optional<ConfigNode> root = ConfigReader.read(file, problems);
    if (root.isEmpty()) {
      return;
    }
    ModelFile model = new ModelFile(root.get(), hash(file), plugins, problems);
    String other = modelFiles.put(model.id(), file.toString());
    if (other != null) {
      problems.add(root.get().place(), "model '" + model.id() + "' stands also in " + other);
    }
    for (Theatre theatre : model.theatres()) {
      String otherFile = theatreFiles.put(theatre.id(), file.toString());
      if (otherFile != null) {
        problems.add(
            root.get().place(), "theatre '" + theatre.id() + "' stands also in " + otherFile);
      }
      theatres.add(theatre);
    }
  }

  private String hash(Path file) {
    try {
      return ContentHash.of(Files.readAllBytes(file));
    } catch (IOException e) {
      problems.add(new Place(file.toString(), 0, ""), "the file cannot be read: " + e);
      return "";
    }
  }
}

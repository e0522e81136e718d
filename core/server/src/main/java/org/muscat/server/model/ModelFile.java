package org.muscat.server.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.server.index.Theatre;

/** One model file: read once, bound once for each of its theatres. */
final class ModelFile {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final List<String> KEYS =
      List.of(
          "model",
          "version",
          "theatres",
          "pillars",
          "status",
          "sources",
          "power",
          "coverage-floor",
          "minimum-live",
          "structure",
          "opacity",
          "response",
          "axes",
          "regime",
          "margin",
          "history");

  private final Section section;
  private final String hash;
  private final Problems problems;
  private final Binder binder;

  ModelFile(ConfigNode root, String hash, LoadedPlugins plugins, Problems problems) {
    this.section = Section.of(root, problems, KEYS);
    this.hash = hash;
    this.problems = problems;
    this.binder = new Binder(plugins, problems);
  }

  String id() {
    return section.text("model");
  }

  List<Theatre> theatres() {
    HeadReader reader = new HeadReader(section, problems);
    ModelHead head =
        new ModelHead(
            id(section, "model", "model"),
            section.whole("version", 1),
            hash,
            reader.sources(),
            reader.response(),
            reader.margin(),
            reader.history());
    List<Theatre> theatres = new ArrayList<>();
    for (ConfigNode node : section.list("theatres")) {
      Section theatre = Section.of(node, problems, List.of("id", "title", "bind"));
      String id = id(theatre, "id", "theatre");
      new TheatreReader(head, section, binder, problems).read(id, theatre).ifPresent(theatres::add);
    }
    if (section.isEmptyList("theatres")) {
      section.problem("theatres", "the model has no theatres");
    }
    return theatres;
  }

  /** An id that can stand in a path, a label and a file name. */
  private String id(Section where, String key, String what) {
    String id = where.text(key);
    if (!id.isBlank() && !ID.matcher(id).matches()) {
      where.problem(
          key, what + " '" + id + "' is not lower-case words joined by hyphens, such as 'hormuz'");
    }
    return id;
  }
}

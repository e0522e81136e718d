package org.muscat.server.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muscat.engine.Model;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Role;
import org.muscat.store.SourceRanking;

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
          "coverage-floor",
          "minimum-live");

  private final Section section;
  private final String hash;
  private final Problems problems;
  private final MemberReader members;

  ModelFile(ConfigNode root, String hash, LoadedPlugins plugins, Problems problems) {
    this.section = Section.of(root, problems, KEYS);
    this.hash = hash;
    this.problems = problems;
    this.members = new MemberReader(plugins, problems);
  }

  String id() {
    return section.text("model");
  }

  List<Theatre> theatres() {
    String model = id(section, "model", "model");
    int version = section.whole("version", 1);
    SourceRanking sources = sources();
    List<Theatre> theatres = new ArrayList<>();
    for (ConfigNode node : section.list("theatres")) {
      Section theatre = Section.of(node, problems, List.of("id", "title", "bind"));
      String id = id(theatre, "id", "theatre");
      Map<String, ConfigNode> bindings = bindings(theatre);
      List<BoundMember> bound = new ArrayList<>();
      int before = problems.size();
      List<Model.Pillar> pillars = pillars(bindings, bound);
      if (pillars.isEmpty() && problems.size() > before) {
        continue;
      }
      model(model, version, pillars)
          .ifPresent(
              arithmetic ->
                  theatres.add(
                      new Theatre(
                          id,
                          theatre.text("title", id),
                          arithmetic,
                          sources,
                          bound,
                          statusWords(bindings))));
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

  private Optional<Model> model(String id, int version, List<Model.Pillar> pillars) {
    try {
      return Optional.of(new Model(id, version, hash, pillars, rules()));
    } catch (IllegalArgumentException e) {
      section.problem("pillars", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Model.Rules rules() {
    Model.Rules standard = Model.Rules.DEFAULT;
    return standard
        .withCoverageFloor(
            section.optionalNumber("coverage-floor").orElse(standard.coverageFloor()))
        .withMinimumLive(section.whole("minimum-live", 1, standard.minimumLive()));
  }

  private List<Model.Pillar> pillars(Map<String, ConfigNode> bindings, List<BoundMember> bound) {
    List<Model.Pillar> pillars = new ArrayList<>();
    Optional<ConfigNode> node = section.get("pillars");
    if (node.isEmpty()) {
      section.problem("pillars", "option 'pillars' is missing");
      return pillars;
    }
    for (ConfigNode.Entry entry : Section.open(node.get(), problems).entries()) {
      pillar(entry, bindings, bound).ifPresent(pillars::add);
    }
    return pillars;
  }

  private Optional<Model.Pillar> pillar(
      ConfigNode.Entry entry, Map<String, ConfigNode> bindings, List<BoundMember> bound) {
    int before = problems.size();
    Section pillar = Section.of(entry.value(), problems, List.of("weight", "indicators"));
    double weight = pillar.number("weight");
    List<Model.Member> inPillar = new ArrayList<>();
    pillar
        .get("indicators")
        .ifPresentOrElse(
            indicators -> {
              for (ConfigNode.Entry member : Section.open(indicators, problems).entries()) {
                members
                    .read(member, bindings, Role.PILLAR)
                    .ifPresent(
                        read -> {
                          bound.add(read.bound());
                          inPillar.add(read.member());
                        });
              }
            },
            () -> pillar.problem("indicators", "option 'indicators' is missing"));
    try {
      return Optional.of(new Model.Pillar(entry.key(), weight, inPillar));
    } catch (IllegalArgumentException e) {
      // What was told already is the reason, most likely.
      if (problems.size() == before) {
        problems.add(entry.place(), String.valueOf(e.getMessage()));
      }
      return Optional.empty();
    }
  }

  private List<BoundMember> statusWords(Map<String, ConfigNode> bindings) {
    List<BoundMember> words = new ArrayList<>();
    section
        .get("status")
        .ifPresent(
            node -> {
              for (ConfigNode.Entry entry : Section.open(node, problems).entries()) {
                members
                    .read(entry, bindings, Role.STATUS)
                    .ifPresent(read -> words.add(read.bound()));
              }
            });
    return words;
  }

  private Map<String, ConfigNode> bindings(Section theatre) {
    Map<String, ConfigNode> bindings = new HashMap<>();
    theatre
        .get("bind")
        .ifPresent(
            node ->
                Section.open(node, problems)
                    .entries()
                    .forEach(entry -> bindings.put(entry.key(), entry.value())));
    return bindings;
  }

  private SourceRanking sources() {
    try {
      return SourceRanking.of(section.texts("sources"));
    } catch (IllegalArgumentException e) {
      section.problem("sources", String.valueOf(e.getMessage()));
      return SourceRanking.byName();
    }
  }
}

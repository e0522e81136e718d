package org.muscat.server.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.engine.Model;
import org.muscat.engine.theatre.RegimeModel;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Role;

/** Binds a model to one of its theatres. */
final class TheatreReader {

  private final ModelHead head;
  private final Section model;
  private final Problems problems;
  private final MemberReader members;
  private final Map<String, ConfigNode> bindings = new HashMap<>();
  private final List<BoundMember> statusWords = new ArrayList<>();
  private final BoundInputs inputs;

  /**
   * A reader for one theatre.
   *
   * @param head what all theatres of the model share
   * @param model the whole file
   */
  TheatreReader(ModelHead head, Section model, Binder binder, Problems problems) {
    this.head = head;
    this.model = model;
    this.problems = problems;
    this.members = new MemberReader(binder, problems);
    this.inputs = new BoundInputs(binder, problems, bindings);
  }

  /** The theatre of an item of the list of theatres; empty if what is wrong leaves nothing. */
  Optional<Theatre> read(String id, Section theatre) {
    bindings.putAll(bindings(theatre));
    int before = problems.size();
    List<Model.Pillar> pillars = pillars();
    boolean hasNone = pillars.isEmpty() && problems.size() > before;
    readStatusWords();
    // Whatever is wrong with the pillars, what is wrong with these is told, too.
    Optional<Model.Rules> rules = rules();
    if (hasNone) {
      return Optional.empty();
    }
    Optional<Model> arithmetic = rules.flatMap(read -> arithmetic(pillars, read));
    RegimeReader regimes = new RegimeReader(model, inputs, problems);
    Optional<RegimeModel> regime = regimes.read();
    if (arithmetic.isEmpty()) {
      return Optional.empty();
    }
    TheatreModel definition =
        new TheatreModel(
            id,
            arithmetic.get(),
            head.response(),
            regime.orElse(null),
            head.margin(),
            head.history());
    return Optional.of(
        new Theatre(
            id,
            theatre.text("title", id),
            definition,
            head.sources(),
            inputs.all(definition.inputs()),
            statusWords));
  }

  private Optional<Model.Rules> rules() {
    try {
      return Optional.of(new RulesReader(model, inputs, problems).read());
    } catch (IllegalArgumentException e) {
      model.problem("pillars", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Model> arithmetic(List<Model.Pillar> pillars, Model.Rules rules) {
    try {
      return Optional.of(new Model(head.id(), head.version(), head.hash(), pillars, rules));
    } catch (IllegalArgumentException e) {
      model.problem("pillars", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private List<Model.Pillar> pillars() {
    List<Model.Pillar> pillars = new ArrayList<>();
    Optional<ConfigNode> node = model.get("pillars");
    if (node.isEmpty()) {
      model.problem("pillars", "option 'pillars' is missing");
      return pillars;
    }
    for (ConfigNode.Entry entry : Section.open(node.get(), problems).entries()) {
      pillar(entry).ifPresent(pillars::add);
    }
    return pillars;
  }

  private Optional<Model.Pillar> pillar(ConfigNode.Entry entry) {
    int before = problems.size();
    Section pillar = Section.of(entry.value(), problems, List.of("weight", "indicators"));
    double weight = pillar.requiredPositive("weight", "weight of pillar '" + entry.key() + "'");
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
                          inputs.add(read.bound());
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

  private void readStatusWords() {
    model
        .get("status")
        .ifPresent(
            node -> {
              for (ConfigNode.Entry entry : Section.open(node, problems).entries()) {
                members
                    .read(entry, bindings, Role.STATUS)
                    .ifPresent(
                        read -> {
                          statusWords.add(read.bound());
                          inputs.add(read.bound());
                        });
              }
            });
  }

  private Map<String, ConfigNode> bindings(Section theatre) {
    Map<String, ConfigNode> bound = new HashMap<>();
    theatre
        .get("bind")
        .ifPresent(
            node ->
                Section.open(node, problems)
                    .entries()
                    .forEach(entry -> bound.put(entry.key(), entry.value())));
    return bound;
  }
}

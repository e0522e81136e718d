package org.muscat.server.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.Model;
import org.muscat.server.document.IndexDocument.TheatreName;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;

/**
 * A model that is loaded, as JSON.
 *
 * @param hash of the content of its file
 * @param theatres that it scores
 */
public record LoadedModel(
    String id, int version, String hash, List<TheatreName> theatres, List<WeightedPillar> pillars) {

  public LoadedModel {
    theatres = List.copyOf(theatres);
    pillars = List.copyOf(pillars);
  }

  /**
   * A pillar.
   *
   * @param weight as the file has it, relative to the other pillars
   */
  public record WeightedPillar(String id, double weight, List<WeightedIndicator> indicators) {}

  /**
   * An indicator in its place.
   *
   * @param weight as the file has it, relative to the other indicators of the pillar
   */
  public record WeightedIndicator(String id, double weight) {}

  /** The models of some theatres, in their order. */
  public static List<LoadedModel> of(Theatres theatres) {
    Map<String, List<Theatre>> byModel = new LinkedHashMap<>();
    for (Theatre theatre : theatres.all()) {
      byModel.computeIfAbsent(theatre.model().id(), unknown -> new ArrayList<>()).add(theatre);
    }
    return byModel.values().stream().map(LoadedModel::of).toList();
  }

  private static LoadedModel of(List<Theatre> theatres) {
    Model model = theatres.get(0).model();
    return new LoadedModel(
        model.id(),
        model.version(),
        model.hash(),
        theatres.stream().map(theatre -> new TheatreName(theatre.id(), theatre.title())).toList(),
        model.pillars().stream().map(LoadedModel::pillar).toList());
  }

  private static WeightedPillar pillar(Model.Pillar pillar) {
    return new WeightedPillar(
        pillar.id(),
        pillar.weight(),
        pillar.members().stream()
            .map(member -> new WeightedIndicator(member.id(), member.weight()))
            .toList());
  }
}

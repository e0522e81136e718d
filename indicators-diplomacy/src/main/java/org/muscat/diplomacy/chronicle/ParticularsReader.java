package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.coded.CodedFileException;
import org.muscat.diplomacy.coded.Fields;
import org.muscat.diplomacy.coded.Fields.Trial;

/** Reads the keys that go with some types of events only, and refuses them with any other. */
final class ParticularsReader {

  static final Set<String> KEYS =
      Set.of("mediator", "level", "attribution", "assets", "arrived", "threat", "stance");
  static final Set<String> ATTRIBUTIONS = Set.of("claimed", "attributed", "denied", "unclaimed");
  static final Set<String> THREATS = Set.of("explicit", "implied");
  static final Set<String> STANCES = Set.of("supports", "refuses");

  private static final Pattern NUMBER = Pattern.compile("\\d(\\.\\d+)?");

  private final EventType type;
  private final Fields fields;

  ParticularsReader(EventType type, Fields fields) {
    this.type = type;
    this.fields = fields;
  }

  /** Reads them; of several problems the first is told. */
  Particulars read() throws CodedFileException {
    return new Particulars(
        mediator(), level(), attribution(), assets(), arrived(), threat(), stance());
  }

  /** Each by itself, for the sake of what may be wrong with it. */
  List<Trial> trials() {
    return List.of(
        this::mediator,
        this::level,
        this::attribution,
        this::assets,
        this::arrived,
        this::threat,
        this::stance);
  }

  /** Whether a key is given; it may be only if it goes with the type. */
  private boolean has(String key, boolean goesWithType) throws CodedFileException {
    if (fields.has(key) && !goesWithType) {
      throw fields.problem(key, "does not go with the type " + type.word());
    }
    return fields.has(key);
  }

  private @Nullable String mediator() throws CodedFileException {
    if (!has("mediator", type.domain() == Domain.DIALOGUE)) {
      return null;
    }
    String mediator = fields.text("mediator");
    if (!EventReader.ACTOR.matcher(mediator).matches()) {
      throw fields.problem("mediator", "'" + mediator + "' is not a CAMEO code, such as OMN");
    }
    return mediator;
  }

  private double level() throws CodedFileException {
    if (!has("level", type.hasLevel()) && !type.hasLevel()) {
      return 0;
    }
    String text = fields.text("level");
    double level = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (type.levels().stream().mapToDouble(Double::parseDouble).noneMatch(one -> one == level)) {
      throw fields.problem("level", "'" + text + "' is not that of " + type.word() + levels());
    }
    return level;
  }

  private String levels() {
    return type == EventType.SHIP_ATTACK
        ? ", 0.25, or 0.5 if a state fired"
        : ", " + String.join(" or ", type.levels());
  }

  private @Nullable String attribution() throws CodedFileException {
    if (!has("attribution", type.hasLevel()) && !type.hasLevel()) {
      return null;
    }
    return fields.word("attribution", ATTRIBUTIONS);
  }

  private List<Asset> assets() throws CodedFileException {
    if (!has("assets", type == EventType.DEPLOYMENT)) {
      return List.of();
    }
    List<Asset> assets = new ArrayList<>();
    for (String word : fields.texts("assets")) {
      assets.add(Asset.of(word).orElseThrow(() -> noAsset(word)));
    }
    if (assets.isEmpty()) {
      throw fields.problem("assets", "is empty; leave it out if no unit has a weight");
    }
    return List.copyOf(assets);
  }

  private CodedFileException noAsset(String word) {
    return fields.problem(
        "assets", "'" + word + "' is none of " + Asset.words().stream().sorted().toList());
  }

  private @Nullable LocalDate arrived() throws CodedFileException {
    return has("arrived", type == EventType.DEPLOYMENT) ? fields.date("arrived") : null;
  }

  private @Nullable String threat() throws CodedFileException {
    return has("threat", type == EventType.ULTIMATUM) ? fields.word("threat", THREATS) : null;
  }

  private @Nullable String stance() throws CodedFileException {
    return has("stance", type == EventType.ALLIED_STATEMENT)
        ? fields.word("stance", STANCES)
        : null;
  }
}

package org.muscat.diplomacy.chronicle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the coding manual for what happened. */
enum EventType {
  DENIAL(Domain.DIALOGUE),
  CANCELLATION(Domain.DIALOGUE),
  CONTACT(Domain.DIALOGUE),
  INDIRECT_ROUND(Domain.DIALOGUE),
  DIRECT_ROUND(Domain.DIALOGUE),
  INTERIM_MOU(Domain.DIALOGUE),
  COLLAPSE(Domain.DIALOGUE),
  AGREEMENT_START(Domain.DIALOGUE),
  AGREEMENT_END(Domain.DIALOGUE),
  PROXY_INCIDENT(Domain.KINETIC),
  SEIZURE(Domain.KINETIC),
  SHIP_ATTACK(Domain.KINETIC),
  PLATFORM_FIRE(Domain.KINETIC),
  LIMITED_STRIKE(Domain.KINETIC),
  SUSTAINED_STRIKES(Domain.KINETIC),
  CEASEFIRE(Domain.KINETIC),
  ULTIMATUM(Domain.DEADLINE),
  DEPLOYMENT(Domain.POSTURE),
  WITHDRAWAL(Domain.POSTURE),
  COMMANDER_VISIT(Domain.SIGNALLING),
  EXERCISE(Domain.SIGNALLING),
  SORTIE(Domain.SIGNALLING),
  PROTECTIVE_MEASURE(Domain.PROTECTIVE),
  SANCTION(Domain.SANCTIONS),
  SANCTION_RELIEF(Domain.SANCTIONS),
  OFFER(Domain.OTHER),
  PUNISHMENT(Domain.OTHER),
  ALLIED_STATEMENT(Domain.OTHER),
  FRAMEWORK_FACT(Domain.OTHER),
  OTHER(Domain.OTHER);

  private static final Map<String, EventType> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::word, Function.identity()));

  private final Domain domain;

  EventType(Domain domain) {
    this.domain = domain;
  }

  static Optional<EventType> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  Domain domain() {
    return domain;
  }

  String word() {
    return Words.of(this);
  }

  /** Whether an event of this type has a kinetic level and an attribution. */
  boolean hasLevel() {
    return !levels().isEmpty();
  }

  /** Its levels of force, as they are written: one, but for an attack on a ship. */
  List<String> levels() {
    return switch (this) {
      case PROXY_INCIDENT, SEIZURE -> List.of("0.25");
      case SHIP_ATTACK -> List.of("0.25", "0.5");
      case PLATFORM_FIRE -> List.of("0.5");
      case LIMITED_STRIKE -> List.of("0.75");
      case SUSTAINED_STRIKES -> List.of("1");
      default -> List.of();
    };
  }
}

package org.muscat.host.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects everything that is wrong, in the order in which it was found; and warnings about what
 * still works, which do not count. For one thread.
 */
public final class Problems {

  private final List<Problem> all = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final boolean secretsMayBeAbsent;

  /** Nothing is wrong yet. */
  public Problems() {
    this(false);
  }

  private Problems(boolean secretsMayBeAbsent) {
    this.secretsMayBeAbsent = secretsMayBeAbsent;
  }

  /**
   * Problems of something that can be made without its secrets, which it needs later: one that is
   * not there is a warning.
   */
  public static Problems withoutAbsentSecrets() {
    return new Problems(true);
  }

  /** An empty collection that judges as this one does. */
  Problems another() {
    return new Problems(secretsMayBeAbsent);
  }

  /**
   * Adds that a secret is not there.
   *
   * @return whether that is a warning here
   */
  boolean addAbsentSecret(Place place, String message) {
    if (secretsMayBeAbsent) {
      warn(
          place, message + "; until it is there, what needs it fails [" + OptionCodes.SECRET + "]");
    } else {
      add(place, OptionCodes.SECRET, message);
    }
    return secretsMayBeAbsent;
  }

  /** Adds a problem with what is written at a place. */
  public void add(Place place, String message) {
    add(place, "", message);
  }

  /**
   * Adds a problem that has a heading in the error reference.
   *
   * @param code that heading, such as {@code P202}
   */
  public void add(Place place, String code, String message) {
    all.add(new Problem(place.file(), place.line(), place.path(), message, code));
  }

  /** Adds a warning about what is written at a place: it works, and should be changed. */
  public void warn(Place place, String message) {
    warnings.add(new Problem(place.file(), place.line(), place.path(), message));
  }

  /** Adds the warnings of another collection. */
  public void addWarnings(Problems others) {
    warnings.addAll(others.warnings);
  }

  /** Adds all problems and warnings of another collection. */
  public void addAll(Problems others) {
    all.addAll(others.all);
    warnings.addAll(others.warnings);
  }

  /**
   * Adds all problems and warnings of another collection.
   *
   * @param code of the error reference for those problems that have none
   */
  public void addAll(Problems others, String code) {
    for (Problem problem : others.all) {
      all.add(problem.code().isEmpty() ? problem.withCode(code) : problem);
    }
    warnings.addAll(others.warnings);
  }

  /**
   * Adds a problem for each key that is not known, with the nearest known one.
   *
   * @param known the keys that the mapping may have
   */
  public void addUnknownKeys(ConfigNode.Mapping mapping, Collection<String> known) {
    addUnknownKeys(mapping, known, List.of());
  }

  /**
   * Adds a problem for each key that is not known, with the nearest known one.
   *
   * @param known the keys that the mapping may have
   * @param former further keys that it may have; nobody is told of them
   */
  void addUnknownKeys(
      ConfigNode.Mapping mapping, Collection<String> known, Collection<String> former) {
    for (ConfigNode.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key()) && !former.contains(entry.key())) {
        add(
            entry.place(),
            "unknown option '" + entry.key() + "'" + Suggestion.of(entry.key(), known));
      }
    }
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int size() {
    return all.size();
  }

  /** Everything found so far. */
  public List<Problem> all() {
    return List.copyOf(all);
  }

  /** The warnings so far, each once. */
  public List<Problem> warnings() {
    return warnings.stream().distinct().toList();
  }
}

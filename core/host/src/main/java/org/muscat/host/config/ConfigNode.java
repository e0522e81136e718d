package org.muscat.host.config;

import java.util.List;
import java.util.Optional;

/** A part of a configuration that knows where it is written. Immutable. */
public sealed interface ConfigNode {

  /** Where this is written. */
  Place place();

  /** What this is, for messages: "a mapping", "a list" or the quoted text. */
  String describe();

  /** The same content with another path; file and line stay those where it is written. */
  ConfigNode withPath(String path);

  /** A mapping without entries: the configuration of something that was given none. */
  static Mapping emptyMapping(Place place) {
    return new Mapping(place, List.of());
  }

  /**
   * One key and its value.
   *
   * @param key as written
   * @param place of the key
   * @param value what stands behind it
   */
  record Entry(String key, Place place, ConfigNode value) {

    private Entry under(Place mapping) {
      Place moved = place.withPath(mapping.key(key, place.line()).path());
      return new Entry(key, moved, value.withPath(moved.path()));
    }
  }

  /**
   * Keys with values.
   *
   * @param place of the first key
   * @param entries in the order in which they are written; no key twice
   */
  record Mapping(Place place, List<Entry> entries) implements ConfigNode {

    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of a key, if there is one. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** The value of a key, if there is one. */
    public Optional<ConfigNode> get(String key) {
      return entry(key).map(Entry::value);
    }

    /** The keys in the order in which they are written. */
    public List<String> keys() {
      return entries.stream().map(Entry::key).toList();
    }

    @Override
    public String describe() {
      return "a mapping";
    }

    @Override
    public Mapping withPath(String path) {
      Place moved = place.withPath(path);
      return new Mapping(moved, entries.stream().map(entry -> entry.under(moved)).toList());
    }
  }

  /**
   * A list.
   *
   * @param place of its beginning
   * @param items in their order
   */
  record Sequence(Place place, List<ConfigNode> items) implements ConfigNode {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String describe() {
      return "a list";
    }

    @Override
    public Sequence withPath(String path) {
      Place moved = place.withPath(path);
      ConfigNode[] under = new ConfigNode[items.size()];
      for (int i = 0; i < under.length; i++) {
        under[i] = items.get(i).withPath(moved.item(i, moved.line()).path());
      }
      return new Sequence(moved, List.of(under));
    }
  }

  /**
   * A single value.
   *
   * @param place of its beginning
   * @param text as written, without quotes; YAML's own types are not applied, so that the country
   *     {@code NO} stays a text and {@code 1.10} a version
   * @param absent whether nothing, {@code null} or {@code ~} is written
   */
  record Scalar(Place place, String text, boolean absent) implements ConfigNode {

    @Override
    public String describe() {
      return absent ? "nothing" : "'" + text + "'";
    }

    @Override
    public Scalar withPath(String path) {
      return new Scalar(place.withPath(path), text, absent);
    }
  }
}

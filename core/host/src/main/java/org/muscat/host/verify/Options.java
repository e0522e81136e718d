package org.muscat.host.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;

/** The options of one kind of feed or indicator, and configurations to try it with. */
final class Options {

  private static final String FILE = "sample";
  private static final String SECRET_TYPE = "secret";
  private static final Pattern SECRET =
      Pattern.compile("(.*-)?(secret|password|passwd|token|api-?key|credentials?)");

  private Options() {}

  /** A configuration that a sample writes; empty if it is not YAML, which is then a problem. */
  static Optional<ConfigNode> parse(String yaml, Problems problems) {
    return yaml.isBlank()
        ? Optional.of(ConfigNode.emptyMapping(new Place(FILE, 1, "")))
        : ConfigReader.parse(FILE, yaml, problems);
  }

  /**
   * The configuration to try a kind with: that of its first sample, or else its defaults, with the
   * examples of those options that have none. Empty if neither is there.
   */
  static Optional<String> toTry(List<String> ofSamples, List<OptionDescriptor> options) {
    if (!ofSamples.isEmpty()) {
      return Optional.of(ofSamples.get(0));
    }
    List<OptionDescriptor> required = options.stream().filter(OptionDescriptor::required).toList();
    if (required.stream().anyMatch(option -> option.example().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        required.stream()
            .map(option -> option.name() + ": " + option.example())
            .reduce("", (text, line) -> text + line + "\n"));
  }

  /** The same configuration with an option that no plugin has. */
  static ConfigNode withUnknown(ConfigNode config) {
    Place place = config.place();
    ConfigNode.Entry unknown =
        new ConfigNode.Entry("no-such-option", place, new ConfigNode.Scalar(place, "1", false));
    List<ConfigNode.Entry> entries =
        config instanceof ConfigNode.Mapping mapping ? mapping.entries() : List.of();
    return new ConfigNode.Mapping(
        place, Stream.concat(entries.stream(), Stream.of(unknown)).toList());
  }

  /** Whether each says what it is for. */
  static void documented(List<OptionDescriptor> options, Findings findings) {
    for (OptionDescriptor option : options) {
      if (option.doc().isBlank()) {
        findings.add(
            "its option '" + option.name() + "' has no doc.",
            "Say in @Option(doc) what it means and in which unit.");
      }
    }
  }

  /** Whether what sounds like a secret is one. */
  static void secret(List<OptionDescriptor> options, Findings findings) {
    for (OptionDescriptor option : options) {
      if (SECRET.matcher(option.name()).matches() && !option.type().equals(SECRET_TYPE)) {
        findings.add(
            "its option '"
                + option.name()
                + "' is of the type "
                + option.type()
                + ", which prints.",
            "Give it the type org.muscat.spi.config.Secret.");
      }
    }
  }
}

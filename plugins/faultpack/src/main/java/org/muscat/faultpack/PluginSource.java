package org.muscat.faultpack;

import java.util.LinkedHashMap;
import java.util.Map;

/** The source of a plugin class in package {@code acme}, written from its interesting parts. */
public final class PluginSource {

  private static final String TEXT =
      """
      package acme;

      import java.time.*;
      import java.util.*;
      import org.muscat.spi.*;

      public class $CLASS implements MuscatPlugin {

        $MEMBERS

        public PluginDescriptor descriptor() {
          $DESCRIPTOR
        }

        public List<FeedProvider<?>> feeds() {
          return List.of($FEEDS);
        }

        public List<IndicatorProvider<?>> indicators() {
          return List.of($INDICATORS);
        }

        interface Read { Reading read(Config config, SeriesView known) throws Exception; }

        interface Fetch {
          Batch fetch(Config config, FeedContext context, FetchRequest request)
              throws FeedException, InterruptedException;
        }

        record Config(
            @Option(doc = "how often", defaultValue = "1", min = 0) int times,
            @Option(doc = "a name", defaultValue = "x") String name) {}

        record Kind(String id, Read read) implements IndicatorProvider<Config> {
          public IndicatorDescriptor descriptor() {
            return IndicatorDescriptor.of(
                id, id, Role.PILLAR, "ratio", Scale.linear(0, 0, 1, 100),
                new Uncertainty(1, 10, Duration.ofDays(1), Duration.ofDays(9)), "none");
          }
          public Class<Config> configType() { return Config.class; }
          public List<ConfigProblem> validate(Config config) {
            return config.name().equals("bad")
                ? List.of(new ConfigProblem("name", "'bad' does not fit"))
                : List.of();
          }
          public Inputs inputs(Config config) {
            return Inputs.none().with("test/" + config.name(), Duration.ofDays(1));
          }
          public Scale scale(Config config) {
            return switch (config.name()) {
              case "steep" -> Scale.linear(0, 0, config.times(), 100);
              case "scaleless" -> null;
              default -> IndicatorProvider.super.scale(config);
            };
          }
          public Indicator create(Config config) {
            if (config.name().equals("broken")) throw new IllegalStateException("no create");
            return known -> {
              try { return read.read(config, known); } catch (Exception e) { throw sneaky(e); }
            };
          }
        }

        record Source(String id, Fetch fetch) implements FeedProvider<Config> {
          public FeedDescriptor descriptor() {
            return FeedDescriptor.of(id, id, "test", Duration.ofDays(1), "none");
          }
          public Class<Config> configType() { return Config.class; }
          public Feed create(Config config, FeedContext context) throws FeedException {
            if (config.name().equals("broken")) {
              throw new FeedException(FeedException.Reason.CONFIGURATION, "no create");
            }
            return new Feed() {
              public Batch fetch(FetchRequest request) throws FeedException, InterruptedException {
                return fetch.fetch(config, context, request);
              }
              public void close() { System.setProperty("closed." + context.instance(), "true"); }
            };
          }
        }

        @SuppressWarnings("unchecked")
        static <E extends Throwable> RuntimeException sneaky(Throwable e) throws E { throw (E) e; }

        /** Ignores interrupts until the property of this name is set. */
        static void spinUntil(String property) {
          while (System.getProperty(property) == null) {
            Thread.onSpinWait();
          }
        }
      }
      """;

  private final String simpleName;
  private final Map<String, String> indicators = new LinkedHashMap<>();
  private final Map<String, String> feeds = new LinkedHashMap<>();
  private String descriptor;
  private String members = "";

  private PluginSource(String simpleName, String id) {
    this.simpleName = simpleName;
    this.descriptor =
        "return PluginDescriptor.of(\""
            + id
            + "\", \"A plugin\", \"1.0\", \"Apache-2.0\", PluginDescriptor.SPI_VERSION);";
  }

  /** A plugin class with this simple name and id that offers nothing yet. */
  public static PluginSource of(String simpleName, String id) {
    return new PluginSource(simpleName, id);
  }

  /** A sound plugin with one indicator, which reads the option {@code times}. */
  public static PluginSource good(String simpleName, String id, String indicator) {
    return of(simpleName, id)
        .indicator(indicator, "return Measured.of(config.times(), known.asOf());");
  }

  /** Adds an indicator; its body sees {@code config} and {@code known}. */
  public PluginSource indicator(String id, String readBody) {
    indicators.put(id, "new Kind(\"" + id + "\", (config, known) -> {" + readBody + "})");
    return this;
  }

  /** Adds a feed; its body sees {@code config}, {@code context} and {@code request}. */
  public PluginSource feed(String id, String fetchBody) {
    feeds.put(id, "new Source(\"" + id + "\", (config, context, request) -> {" + fetchBody + "})");
    return this;
  }

  /** Adds an item to the list of indicators as it is. */
  public PluginSource rawIndicator(String expression) {
    indicators.put(expression, expression);
    return this;
  }

  /** Adds an item to the list of feeds as it is. */
  public PluginSource rawFeed(String expression) {
    feeds.put(expression, expression);
    return this;
  }

  /** Replaces the body of {@code descriptor()}. */
  public PluginSource descriptor(String body) {
    descriptor = body;
    return this;
  }

  /** Adds members to the class: a constructor, a static initialiser. */
  public PluginSource members(String text) {
    members = text;
    return this;
  }

  String className() {
    return "acme." + simpleName;
  }

  String text() {
    return TEXT.replace("$CLASS", simpleName)
        .replace("$MEMBERS", members)
        .replace("$DESCRIPTOR", descriptor)
        .replace("$FEEDS", String.join(", ", feeds.values()))
        .replace("$INDICATORS", String.join(", ", indicators.values()));
  }
}

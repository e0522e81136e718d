package org.muscat.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.spi.Option;
import org.muscat.spi.config.Secret;

/**
 * What can stand in muscat.yaml. The readers take their keys from here, so nothing can be read that
 * is not described; variables of the environment, the reference and the JSON Schema come from here,
 * too.
 */
public final class MuscatYaml {

  /** How a group of options stands in the file. */
  public enum Shape {
    /** A mapping. */
    ONE,
    /** A list of mappings. */
    LIST,
    /** A mapping in each item of a list. */
    IN_EACH,
    /** A mapping from names of the user's choice to mappings. */
    BY_NAME
  }

  /**
   * Options that stand beside each other.
   *
   * @param path of the group, such as {@code http.proxy}; empty for the file itself
   * @param shape how it stands there
   * @param doc one sentence
   * @param options in the order of the reference
   */
  public record Group(String path, Shape shape, String doc, List<OptionDescriptor> options) {

    /** The last word of the path. */
    public String name() {
      return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Whether this stands in another group. */
    public boolean isUnder(String other) {
      String parent = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
      return !path.isEmpty() && parent.equals(other);
    }
  }

  /** What becomes of the start when a plugin is rejected. */
  public enum OnReject {
    /** Muscat goes on without it. */
    CONTINUE,
    /** Muscat does not start. */
    FAIL
  }

  /** Where the code of plugins runs. */
  enum Runs {
    HOST,
    PROCESS
  }

  private enum Upgrade {
    REFUSE,
    ALLOW
  }

  private record Root(
      @Option(
              doc = "model files, or folders whose *.yaml are read by name; relative to this file",
              example = "[models]")
          List<Path> models,
      @Option(
              doc = "how often theatres are assessed when nothing changes",
              defaultValue = "PT60S",
              example = "PT5M")
          Duration heartbeat) {}

  private record Store(
      @Option(
              doc = "a PostgreSQL database, which must exist; parameters of its driver may follow",
              example = "jdbc:postgresql://db:5432/muscat?sslmode=verify-full")
          URI url,
      @Option(doc = "who signs in; needs the right to make tables", example = "muscat")
          Optional<String> user,
      @Option(
              doc = "the password; or use a .pgpass file of PostgreSQL",
              example = "${file:store-password}")
          Optional<Secret> password,
      @Option(
              doc = "allow: bring the tables up to this program, of which you have a backup",
              defaultValue = "refuse",
              example = "allow")
          Upgrade upgrade) {}

  private record Http(
      @Option(
              doc = "requests to each host in the long run",
              defaultValue = "1",
              example = "0.2",
              min = 0,
              max = 1_000)
          double requestsPerSecond,
      @Option(
              doc = "requests to each host that need not wait",
              defaultValue = "5",
              example = "1",
              min = 1)
          int burst,
      @Option(
              doc = "files of PEM certificates that are trusted too; relative to this file",
              defaultValue = "[]",
              example = "[company-ca.pem]")
          List<Path> trust,
      @Option(doc = "a folder where every answer is kept", example = "recorded")
          Optional<Path> record,
      @Option(doc = "a folder whose answers are served with the network off", example = "recorded")
          Optional<Path> replay) {}

  private record Proxy(
      @Option(doc = "its name or address", example = "proxy.example") String host,
      @Option(doc = "its port", defaultValue = "3128", example = "8888", min = 0, max = 65_535)
          int port,
      @Option(doc = "who signs in; goes with password", example = "muscat")
          Optional<String> username,
      @Option(doc = "the password", example = "${env:PROXY_PASSWORD}") Optional<Secret> password,
      @Option(
              doc = "hosts that are asked without it, and all names below them",
              defaultValue = "[localhost, 127.0.0.1, \"::1\"]",
              example = "[localhost, push.example]")
          List<String> except) {}

  private record Metrics(
      @Option(
              doc =
                  "whether readings of indicators are told in their natural units, too; never those"
                      + " that rest on a series whose terms forbid it",
              defaultValue = "false",
              example = "true")
          boolean indicatorValues,
      @Option(
              doc =
                  "series, besides those that plugins name, of which no value is told; a name that"
                      + " ends in / means all that begin with it",
              defaultValue = "[]",
              example = "[gas/my-broker]")
          List<String> restrictedSeries) {}

  private record Webhooks(
      @Option(
              doc = "addresses that signed scores may be sent to, and all below them",
              defaultValue = "[]",
              example = "[https://hooks.example/muscat]")
          List<URI> allow) {}

  private record CrossOrigin(
      @Option(
              doc = "origins whose pages may read the API",
              defaultValue = "[]",
              example = "[https://dashboards.example]")
          List<URI> allow) {}

  private record Plugins(
      @Option(
              doc = "fail: Muscat does not start when a plugin is rejected",
              defaultValue = "continue",
              example = "fail")
          OnReject onReject,
      @Option(
              doc = "where plugins run: in this JVM, or each in a child process",
              defaultValue = "host",
              example = "process")
          Runs isolation,
      @Option(
              doc = "most memory for objects of a child process, in MB",
              defaultValue = "64",
              example = "128",
              min = 1)
          int heap,
      @Option(
              doc = "time for one step of making a plugin, a feed or an indicator",
              defaultValue = "PT5S",
              example = "PT10S")
          Duration createDeadline,
      @Option(
              doc = "time for all readings of one plugin in one tick",
              defaultValue = "PT2S",
              example = "PT5S")
          Duration readDeadline,
      @Option(doc = "time for a feed to close", defaultValue = "PT2S", example = "PT5S")
          Duration closeDeadline,
      @Option(
              doc = "time between the interrupt and giving up a thread",
              defaultValue = "PT0.2S",
              example = "PT1S")
          Duration grace,
      @Option(
              doc = "most threads of its own that a plugin may leave behind",
              defaultValue = "0",
              example = "16",
              min = 0)
          int threads) {}

  private record PluginSettings(
      @Option(doc = "where this plugin runs; else as all others", example = "process")
          Optional<Runs> isolation,
      @Option(
              doc = "most memory for objects of its child process, in MB; else as all others",
              example = "128",
              min = 1)
          Optional<Integer> heap) {}

  private record Feed(
      @Option(doc = "a feed that a plugin offers", example = "file-drop") String feed,
      @Option(doc = "name of this instance, unique; else that of the feed", example = "drop")
          Optional<String> id,
      @Option(
              doc = "pause between two fetches while they succeed",
              defaultValue = "PT15M",
              example = "PT1H")
          Duration every,
      @Option(doc = "what its observations are attributed to; else the feed", example = "my-desk")
          Optional<String> source) {}

  /** Every group, the file itself first, each after the one that it stands in. */
  public static final List<Group> GROUPS =
      with(
          JobYaml.GROUPS,
          group("", Shape.ONE, "What stands at the top.", Root.class),
          group("listen", Shape.ONE, "Where to listen, and how.", AccessYaml.Listen.class),
          group("access", Shape.ONE, "Who may do what.", AccessYaml.Access.class),
          group("access.tokens", Shape.ONE, "Bearer tokens (JWT).", AccessYaml.Tokens.class),
          group(
              "feeds",
              Shape.LIST,
              "The feeds. `config` holds what the plugin of the feed takes; `${home}` there is the folder of"
                  + " the installation.",
              Feed.class),
          group(
              "http",
              Shape.ONE,
              "The network, for feeds and for where scores are sent; pace and recordings are of"
                  + " feeds.",
              Http.class),
          group("http.proxy", Shape.ONE, "The proxy to go through.", Proxy.class),
          group(
              "store",
              Shape.ONE,
              "A PostgreSQL database that several Muscats can share; without it the store is a"
                  + " file in the data folder.",
              Store.class),
          group("metrics", Shape.ONE, "What is told to scrapers.", Metrics.class),
          group(
              "webhooks",
              Shape.ONE,
              "Where `muscat score --webhook` may send to; nowhere else.",
              Webhooks.class),
          group(
              "cross-origin",
              Shape.ONE,
              "Which pages of other origins may read the API in a browser; none without it.",
              CrossOrigin.class),
          group("plugins", Shape.ONE, "How plugins are treated.", Plugins.class),
          group(
              "plugins.settings",
              Shape.BY_NAME,
              "What is different for single plugins, by the name of their folder or jar.",
              PluginSettings.class));

  /** The options of a feed that its plugin describes. */
  static final String FEED_CONFIG = "config";

  private MuscatYaml() {}

  /** The variable of the environment that stands for an option, such as {@code listen.port}. */
  public static String variable(String path) {
    return Environment.name(path);
  }

  /** The keys of a group: its options, and the groups that stand in it. */
  static List<String> keys(String path) {
    List<String> keys = new ArrayList<>();
    group(path).options().forEach(option -> keys.add(option.name()));
    GROUPS.stream().filter(group -> group.isUnder(path)).forEach(group -> keys.add(group.name()));
    if (path.equals("feeds")) {
      keys.add(FEED_CONFIG);
    }
    return keys;
  }

  private static List<Group> with(List<Group> more, Group... groups) {
    return Stream.concat(Stream.of(groups), more.stream()).toList();
  }

  private static Group group(String path) {
    return GROUPS.stream()
        .filter(group -> group.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("muscat.yaml has no '" + path + "'"));
  }

  private static Group group(
      String path, Shape shape, String doc, Class<? extends Record> options) {
    return new Group(path, shape, doc, OptionDescriptor.of(options));
  }
}

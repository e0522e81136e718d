package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.spi.FetchRequest;

/** Plugins in a process of their own let Muscat go first. */
@EnabledOnOs(OS.LINUX)
class ProcessPriorityTest {

  /** In the stat of a thread, after its name in brackets: the nineteenth field of all. */
  private static final int NICE = 19 - 3;

  @TempDir private Path folder;

  @Test
  void shouldRunTheThreadsOfAPluginAtNiceFive() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "acme")
                .feed("self", "return Batch.last(List.of(), List.of(), request.cursor() + \"\");"))
        .in(folder);
    try (LoadedPlugins plugins =
            PluginLoader.load(
                folder,
                new HostSettings(
                    Readings.PATIENT, Map.of("a", Isolation.process(32)), Isolation.HOST));
        HostedFeed feed = open(plugins)) {
      FetchOutcome outcome = feed.fetch(FetchRequest.first(Instant.now().plusSeconds(60)));

      assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
      List<ProcessHandle> children = Children.running();
      assertThat(children).hasSize(1);
      // The first thread only starts the JVM.
      assertThat(threads(children.get(0).pid()))
          .filteredOn(one -> !one.equals("java 0"))
          .contains("call 5")
          .allMatch(one -> one.endsWith(" 5"));
    }
  }

  private HostedFeed open(LoadedPlugins plugins) {
    Problems problems = new Problems();
    return plugins
        .feed("self")
        .orElseThrow()
        .open(
            "self",
            ConfigNode.emptyMapping(new Place("test", 1, "")),
            folder,
            Clock.systemUTC(),
            problems)
        .orElseThrow(() -> new AssertionError(problems.all().toString()));
  }

  /** Of a process, each with its name and how nice it is. */
  private static List<String> threads(long process) throws IOException {
    List<String> threads = new ArrayList<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process + "/task"))) {
      for (Path task : tasks.toList()) {
        String stat = Files.readString(task.resolve("stat"));
        int end = stat.lastIndexOf(')');
        String name = stat.substring(stat.indexOf('(') + 1, end);
        threads.add(name + " " + stat.substring(end + 2).split(" ")[NICE]);
      }
    }
    return threads;
  }
}

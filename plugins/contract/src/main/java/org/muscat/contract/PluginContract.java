package org.muscat.contract;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.muscat.host.load.Candidate;
import org.muscat.host.verify.Contract;
import org.muscat.host.verify.ContractCheck;
import org.muscat.host.verify.FeedSample;
import org.muscat.host.verify.Finding;
import org.muscat.spi.MuscatPlugin;

/**
 * The contract test of a plugin: extend it, name the plugin, and give samples for its feeds and
 * indicators. The plugin is loaded as the host loads it, by a class loader that sees its classes,
 * what they use of the test's class path, and nothing else of it.
 *
 * <pre>{@code
 * class GasPluginTest extends PluginContract {
 *
 *   GasPluginTest() {
 *     super(GasPlugin.class);
 *   }
 *
 *   @Override
 *   protected void samples(Samples samples) {
 *     samples.feed("gas-prices").answering(StubAnswer.file(Path.of("src/test/resources/ttf.json")));
 *     samples.indicator("gas-fear").given(series("gas/ttf").daily("2024-01-01", 30, 31, 35)).at("2024-01-03");
 *   }
 * }
 * }</pre>
 */
public abstract class PluginContract {

  private final Class<? extends MuscatPlugin> plugin;

  /** The contract test of this plugin, which is named in a service file beside its class. */
  protected PluginContract(Class<? extends MuscatPlugin> plugin) {
    this.plugin = plugin;
  }

  /** Gives samples; a feed or indicator without one is tried only as far as that goes. */
  protected void samples(Samples samples) {}

  /**
   * The folders and jars that the plugin's class loader gets. Unless overridden: where its class
   * lies, and whatever of the test's class path it uses by name.
   */
  protected List<Path> classPath() {
    return PluginClassPath.of(plugin);
  }

  /** One test for each rule, under the part of the plugin that it is tried on. */
  @TestFactory
  public final Stream<DynamicNode> shouldKeepTheContract() {
    Samples samples = new Samples();
    samples(samples);
    List<Path> classPath = classPath();
    List<FeedSample> feeds = samples.feeds().stream().map(SampledFeed::open).toList();
    Contract contract =
        Contract.of(
            Candidate.ofClasses(classPath.get(0), classPath),
            samples.indicators().stream().map(SampledIndicator::sample).toList(),
            feeds,
            Contract.PATIENCE);
    Map<String, List<DynamicNode>> bySubject = new LinkedHashMap<>();
    contract.checks().forEach(check -> add(bySubject, check.subject(), test(check)));
    addUntried(bySubject, contract, samples);
    return bySubject.entrySet().stream()
        .<DynamicNode>map(entry -> dynamicContainer(entry.getKey(), entry.getValue()))
        .onClose(() -> close(contract, samples));
  }

  private static DynamicNode test(ContractCheck check) {
    return dynamicTest(
        check.sentence(),
        () -> {
          List<Finding> findings = check.run();
          if (!findings.isEmpty()) {
            throw new AssertionError(
                findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
          }
        });
  }

  /** A skipped test says what the author did not give. */
  private static void addUntried(
      Map<String, List<DynamicNode>> bySubject, Contract contract, Samples samples) {
    List<String> feeds = samples.feeds().stream().map(SampledFeed::id).toList();
    List<String> indicators = samples.indicators().stream().map(SampledIndicator::id).toList();
    for (String id : contract.feedIds()) {
      if (!feeds.contains(id)) {
        add(bySubject, "feed '" + id + "'", untried("samples.feed(\"" + id + "\")"));
      }
    }
    for (String id : contract.indicatorIds()) {
      if (!indicators.contains(id)) {
        add(bySubject, "indicator '" + id + "'", untried("samples.indicator(\"" + id + "\")"));
      }
    }
  }

  private static DynamicNode untried(String call) {
    return dynamicTest(
        "has a sample",
        () -> Assumptions.abort("give it one by " + call + ", to try it with data"));
  }

  private static void add(
      Map<String, List<DynamicNode>> bySubject, String subject, DynamicNode node) {
    bySubject.computeIfAbsent(subject, x -> new ArrayList<>()).add(node);
  }

  private static void close(Contract contract, Samples samples) {
    contract.close();
    samples.feeds().forEach(SampledFeed::close);
  }
}

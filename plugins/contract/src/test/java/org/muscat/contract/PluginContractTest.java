package org.muscat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.gas.GasPlugin;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.spi.MuscatPlugin;
import org.opentest4j.TestAbortedException;

/** How a contract test fails; {@link GasPluginTest} is one that does not. */
class PluginContractTest {

  @TempDir private Path folder;

  /** One test of a contract: where it stands, and what it threw. */
  private record Tried(String container, String name, Optional<Throwable> thrown) {}

  private static final class OfGas extends PluginContract {

    OfGas() {
      super(GasPlugin.class);
    }
  }

  private static final class OfJar extends PluginContract {

    private final Path folder;
    private final PluginSource source;

    OfJar(Path folder, PluginSource source) {
      super(MuscatPlugin.class);
      this.folder = folder;
      this.source = source;
    }

    @Override
    protected List<Path> classPath() {
      try {
        return List.of(PluginJar.of("tried", source).in(folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void shouldShowTheRulesUnderThePartsOfThePlugin() {
    List<Tried> tried = tried(new GasPluginTest());

    assertThat(tried)
        .extracting(Tried::container)
        .containsOnly("plugin", "plugin 'gas'", "feed 'gas-prices'", "indicator 'gas-fear'");
    assertThat(tried)
        .extracting(Tried::name)
        .contains(
            "is taken by the host",
            "sees nothing that was known later",
            "says why it has nothing: source rate limited");
  }

  @Test
  void shouldPassWhereThePluginKeepsTheContract() {
    assertThat(tried(new GasPluginTest()))
        .hasSizeGreaterThan(30)
        .allSatisfy(one -> assertThat(one.thrown()).isEmpty());
  }

  @Test
  void shouldSkipWhatHasNoSample() {
    List<Tried> skipped =
        tried(new OfGas()).stream().filter(one -> one.thrown().isPresent()).toList();

    assertThat(skipped)
        .extracting(Tried::container)
        .containsExactly("feed 'gas-prices'", "indicator 'gas-fear'");
    assertThat(skipped)
        .allSatisfy(one -> assertThat(one.thrown()).get().isInstanceOf(TestAbortedException.class))
        .anySatisfy(
            one ->
                assertThat(one.thrown().orElseThrow())
                    .hasMessageContaining("samples.feed(\"gas-prices\")"));
  }

  @Test
  void shouldFailWithWhatIsWrongAndWhatToDo() {
    PluginSource calm =
        PluginSource.of("Calm", "calm").indicator("calm", "return Measured.of(0, known.asOf());");

    Tried failed =
        tried(new OfJar(folder, calm)).stream()
            .filter(one -> one.thrown().filter(AssertionError.class::isInstance).isPresent())
            .findFirst()
            .orElseThrow();

    assertThat(failed.name()).isEqualTo("says that it has no data, when nothing is known");
    assertThat(failed.thrown().orElseThrow())
        .hasMessage(
            "indicator 'calm': it measures 0.0 when nothing is known. Return NoData with what is"
                + " missing; a number made of nothing is none. [no-data-without-data]");
  }

  @Test
  void shouldGiveThePluginNothingButWhatItUses() {
    List<Path> classPath = PluginClassPath.of(GasPlugin.class);

    assertThat(classPath).hasSize(1);
  }

  @Test
  void shouldGiveThePluginWhatItUses() {
    List<Path> classPath = PluginClassPath.of(SampledIndicator.class);

    assertThat(classPath)
        .hasSizeBetween(3, 5)
        .anySatisfy(path -> assertThat(path.toString()).contains("contract"))
        .anySatisfy(path -> assertThat(path.toString()).contains("host"))
        .anySatisfy(path -> assertThat(path.toString()).contains("testkit"));
  }

  private static List<Tried> tried(PluginContract contract) {
    List<Tried> tried = new ArrayList<>();
    try (Stream<DynamicNode> nodes = contract.shouldKeepTheContract()) {
      nodes.forEach(node -> run("", node, tried));
    }
    return tried;
  }

  private static void run(String container, DynamicNode node, List<Tried> tried) {
    if (node instanceof DynamicContainer inner) {
      inner.getChildren().forEach(child -> run(inner.getDisplayName(), child, tried));
    } else {
      Throwable thrown = catchThrowable(() -> ((DynamicTest) node).getExecutable().execute());
      tried.add(new Tried(container, node.getDisplayName(), Optional.ofNullable(thrown)));
    }
  }
}

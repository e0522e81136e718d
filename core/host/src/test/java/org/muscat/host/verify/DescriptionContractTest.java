package org.muscat.host.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginSource;

/** What the contract finds in how a plugin describes itself and its options. */
class DescriptionContractTest {

  @TempDir private Path folder;

  @Test
  void shouldFindAVersionAndALicenceThatAreNone() throws IOException {
    PluginSource plugin =
        PluginSource.of("Odd", "odd")
            .descriptor(
                "return PluginDescriptor.of(\"odd\", \"Odd\", \"one, or so\", \"do what you want\","
                    + " PluginDescriptor.SPI_VERSION);");

    assertThat(messages(plugin, "plugin-describes-itself"))
        .containsExactly("its version is 'one, or so'.", "its licence is 'do what you want'.");
  }

  @Test
  void shouldFindATitleThatIsTooLong() throws IOException {
    PluginSource plugin =
        PluginSource.of("Long", "long")
            .descriptor(
                "return PluginDescriptor.of(\"long\", \"A plugin and more\".repeat(9), \"1\", \"MIT\","
                    + " PluginDescriptor.SPI_VERSION);");

    assertThat(messages(plugin, "plugin-describes-itself"))
        .singleElement()
        .asString()
        .contains("A plugin and moreA plugin");
  }

  @Test
  void shouldFindAnIdThatIsOfferedTwice() throws IOException {
    PluginSource plugin =
        PluginSource.of("Twice", "twice")
            .indicator("same", "return null;")
            .rawIndicator("new Kind(\"same\", (config, known) -> null)");

    assertThat(messages(plugin, "ids-are-unique"))
        .containsExactly("the indicator id 'same' is offered 2 times.");
  }

  @Test
  void shouldFindASecretThatPrints() throws IOException {
    PluginSource plugin =
        withOptions("@Option(doc = \"The key.\", defaultValue = \"x\") String apiKey");

    assertThat(messages(plugin, "secrets-are-secret"))
        .containsExactly("its option 'api-key' is of the type text, which prints.");
  }

  @Test
  void shouldFindAnOptionWithoutDocumentation() throws IOException {
    PluginSource plugin = withOptions("@Option(doc = \" \", defaultValue = \"1\") int window");

    assertThat(messages(plugin, "options-documented"))
        .containsExactly("its option 'window' has no doc.");
  }

  @Test
  void shouldFindADefaultThatDoesNotBind() throws IOException {
    PluginSource plugin =
        withOptions("@Option(doc = \"Days.\", defaultValue = \"two\") int window");

    assertThat(messages(plugin, "options-bind"))
        .singleElement()
        .asString()
        .contains("'window'", "unusable default", "'two'");
  }

  @Test
  void shouldFindInputsThatDoNotDependOnTheConfigurationAlone() throws IOException {
    PluginSource plugin =
        withOptions(
            "@Option(doc = \"Days.\", defaultValue = \"2\") int window",
            "Inputs.none().with(\"test/x\", Duration.ofDays(++made))");

    assertThat(messages(plugin, "config-round-trip"))
        .singleElement()
        .asString()
        .contains("inputs() gives", "PT24H", "PT48H");
  }

  private static PluginSource withOptions(String components) {
    return withOptions(components, "Inputs.none()");
  }

  private static PluginSource withOptions(String components, String inputs) {
    return PluginSource.of("Options", "options")
        .members(
            "record Changed("
                + components
                + """
                ) {}
                static int made;
                static class Optioned implements IndicatorProvider<Changed> {
                  public IndicatorDescriptor descriptor() {
                    return new Kind("level", (config, known) -> null).descriptor();
                  }
                  public Class<Changed> configType() { return Changed.class; }
                  public Inputs inputs(Changed config) { return $INPUTS; }
                  public Indicator create(Changed config) { return known -> new NoData("none"); }
                }
                """
                    .replace("$INPUTS", inputs))
        .rawIndicator("new Optioned()");
  }

  private List<String> messages(PluginSource plugin, String check) throws IOException {
    return new Trying(folder).findings(plugin, check).stream().map(Finding::message).toList();
  }
}

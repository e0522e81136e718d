package org.muscat.host.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;

/** Plugins are compiled against another contract than the host's, whose types are left out. */
class LinkCheckTest {

  private static final String OTHER_INDICATOR =
      """
      package org.muscat.spi;
      public interface Indicator {
        Reading evaluate(SeriesView known);
        default String unit() { return ""; }
      }
      """;

  private final Path folder;

  LinkCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldFindNothingWrongWithASoundPlugin() throws Exception {
    assertThat(faults(PluginJar.of("good", PluginSource.good("Good", "good", "fine")))).isEmpty();
  }

  @Test
  void shouldNameAMethodThatIsNotThere() throws Exception {
    PluginJar jar =
        using("class Gas { double of(Series series) { return series.median(3, \"x\"); } }")
            .source(
                "org.muscat.spi.Series",
                "package org.muscat.spi;"
                    + "public class Series { public double median(int n, String how) { return n; } }")
            .without("org.muscat.spi.Series");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas calls org.muscat.spi.Series.median(int, java.lang.String), which this"
                + " Muscat's SPI 1 does not have");
  }

  @Test
  void shouldNameTheResultOfAMethodThatHasAnother() throws Exception {
    PluginJar jar =
        using("class Gas { long of(SeriesView view) { return view.asOf(); } }")
            .source(
                "org.muscat.spi.SeriesView",
                "package org.muscat.spi; public interface SeriesView { long asOf(); }")
            .without("org.muscat.spi.SeriesView");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas calls org.muscat.spi.SeriesView.asOf() as long, which this Muscat's SPI"
                + " 1 does not have");
  }

  @Test
  void shouldNameAFieldThatIsNotThere() throws Exception {
    PluginJar jar =
        using("class Gas { Object role = Role.OMEN; }")
            .source("org.muscat.spi.Role", "package org.muscat.spi; public enum Role { OMEN }")
            .without("org.muscat.spi.Role");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas reads org.muscat.spi.Role.OMEN, which this Muscat's SPI 1 does not"
                + " have");
  }

  @Test
  void shouldNameATypeThatIsNotThere() throws Exception {
    PluginJar jar =
        using("interface Gas { Forecast of(SeriesView view); }")
            .source("org.muscat.spi.Forecast", "package org.muscat.spi; public class Forecast {}")
            .without("org.muscat.spi.Forecast");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas names org.muscat.spi.Forecast, which this Muscat's SPI 1 does not"
                + " have");
  }

  @Test
  void shouldNameATypeThatIsNotForPlugins() throws Exception {
    PluginJar jar =
        using("class Gas { Object ids = Ids.class; }")
            .source("org.muscat.spi.Ids", "package org.muscat.spi; public class Ids {}")
            .without("org.muscat.spi.Ids");

    assertThat(faults(jar))
        .containsExactly("class acme.Gas names org.muscat.spi.Ids, which is not public");
  }

  @Test
  void shouldNameAnAbstractMethodThatIsNotImplemented() throws Exception {
    PluginJar jar =
        using(
                "class Gas implements Indicator { public Reading evaluate(SeriesView v) {return null;}}")
            .source("org.muscat.spi.Indicator", OTHER_INDICATOR)
            .without("org.muscat.spi.Indicator");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas does not implement"
                + " org.muscat.spi.Indicator.read(org.muscat.spi.SeriesView), which this Muscat"
                + " calls");
  }

  @Test
  void shouldLookThroughClassesThatDoNotNameTheContract() throws Exception {
    PluginJar jar =
        using("abstract class Base implements Indicator { }")
            .source("acme.Gas", "package acme; class Gas extends Base { }")
            .source(
                "org.muscat.spi.Indicator", "package org.muscat.spi; public interface Indicator{}")
            .without("org.muscat.spi.Indicator");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas does not implement"
                + " org.muscat.spi.Indicator.read(org.muscat.spi.SeriesView), which this Muscat"
                + " calls");
  }

  @Test
  void shouldTakeAnImplementationFromASuperclassAndADefaultMethod() throws Exception {
    PluginJar jar =
        using("abstract class Base { public Reading read(SeriesView v) { return null; } }")
            .source(
                "acme.Mixin",
                """
                package acme;
                import org.muscat.spi.*;
                interface Mixin extends Indicator {
                  default Reading read(SeriesView v) { return null; }
                }
                """)
            .source(
                "acme.One",
                "package acme; class One extends Base implements org.muscat.spi.Indicator {}")
            .source("acme.Two", "package acme; class Two implements Mixin {}");

    assertThat(faults(jar)).isEmpty();
  }

  @Test
  void shouldNameAMethodThatALambdaDoesNotImplement() throws Exception {
    PluginJar jar =
        using("class Gas { Indicator make() { return known -> null; } }")
            .source("org.muscat.spi.Indicator", OTHER_INDICATOR)
            .without("org.muscat.spi.Indicator");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas does not implement"
                + " org.muscat.spi.Indicator.read(org.muscat.spi.SeriesView), which this Muscat"
                + " calls");
  }

  @Test
  void shouldNameAMethodThatIsExpectedOfAParent() throws Exception {
    PluginJar jar =
        using(
                """
                class Gas implements Indicator {
                  public Reading read(SeriesView v) { return null; }
                  public Reading evaluate(SeriesView v) { return null; }
                  String text() { return unit(); }
                }
                """)
            .source("org.muscat.spi.Indicator", OTHER_INDICATOR)
            .without("org.muscat.spi.Indicator");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas calls acme.Gas.unit(), which this Muscat's SPI 1 does not have");
  }

  @Test
  void shouldNameATypeThatMayNotBeExtended() throws Exception {
    PluginJar jar =
        using("class Gas implements Reading {}")
            .source("org.muscat.spi.Reading", "package org.muscat.spi; public interface Reading {}")
            .without("org.muscat.spi.Reading");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas extends org.muscat.spi.Reading, which plugins may not extend");
  }

  @Test
  void shouldNameATypeThatHasBecomeAnInterface() throws Exception {
    PluginJar jar =
        using("class Gas { Object of(SeriesView view) { return view.asOf(); } }")
            .source(
                "org.muscat.spi.SeriesView",
                "package org.muscat.spi;"
                    + "public abstract class SeriesView { public abstract java.time.Instant asOf(); }")
            .without("org.muscat.spi.SeriesView");

    assertThat(faults(jar))
        .containsExactly(
            "class acme.Gas was built for org.muscat.spi.SeriesView as a class, which is an"
                + " interface in this Muscat's SPI 1");
  }

  @Test
  void shouldPassOverAConstantOfASwitch() throws Exception {
    PluginJar jar =
        using(
                """
                class Gas {
                  int of(Role role) {
                    return switch (role) { case OMEN -> 1; case PILLAR -> 2; };
                  }
                }
                """)
            .source(
                "org.muscat.spi.Role", "package org.muscat.spi; public enum Role { OMEN, PILLAR }")
            .without("org.muscat.spi.Role");

    assertThat(faults(jar)).isEmpty();
  }

  @Test
  void shouldPassOverADecoratorOfWhatTheHostLends() throws Exception {
    PluginJar jar =
        using("class Gas implements FeedContext { }")
            .source(
                "org.muscat.spi.FeedContext",
                "package org.muscat.spi; public interface FeedContext{}")
            .without("org.muscat.spi.FeedContext");

    assertThat(faults(jar)).isEmpty();
  }

  @Test
  void shouldPassOverAClassWhoseParentIsMissing() throws Exception {
    PluginJar jar =
        using("class Gas extends lib.Base implements Indicator { }")
            .source(
                "lib.Base",
                """
                package lib;
                public class Base {
                  public org.muscat.spi.Reading read(org.muscat.spi.SeriesView v) { return null; }
                }
                """)
            .without("lib.Base");

    assertThat(faults(jar)).isEmpty();
  }

  @Test
  void shouldPassOverAClassFileThatNoJavaCanRead() throws Exception {
    PluginJar jar =
        using("class Gas {}")
            .entry("acme/Odd.class", "odd org/muscat/spi".getBytes(StandardCharsets.US_ASCII));

    assertThat(faults(jar)).isEmpty();
  }

  @Test
  void shouldNotReadALibraryThatIsKnownByItsBytes() throws Exception {
    // It names the contract, and does not fit: that shows whether it was read.
    Path jar =
        using("class Gas { long of(SeriesView view) { return view.asOf(); } }")
            .source(
                "org.muscat.spi.SeriesView",
                "package org.muscat.spi; public interface SeriesView { long asOf(); }")
            .without("org.muscat.spi.SeriesView")
            .in(folder);
    Files.writeString(folder.resolve(".libraries"), mark(jar) + "  " + jar.getFileName() + "\n");
    Libraries libraries = Libraries.of(folder);

    try (ClassPath classPath = ClassPath.open(List.of(jar))) {
      assertThat(LinkCheck.of(classPath)).isNotEmpty();
      assertThat(LinkCheck.of(classPath, libraries)).isEmpty();
    }
    byte[] bytes = Files.readAllBytes(jar);
    // One bit of what nobody reads: the date of an entry.
    bytes[10] ^= 1;
    try (ClassPath classPath = ClassPath.open(List.of(Files.write(jar, bytes)))) {
      assertThat(LinkCheck.of(classPath, libraries)).isNotEmpty();
    }
  }

  private static String mark(Path jar) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    CRC32 one = new CRC32();
    one.update(bytes);
    CRC32C other = new CRC32C();
    other.update(bytes);
    return bytes.length
        + " "
        + Long.toHexString(one.getValue())
        + " "
        + Long.toHexString(other.getValue());
  }

  /** A jar with one class of package acme. */
  private static PluginJar using(String source) {
    String name = source.replaceAll("(?s).*?(?:class|interface) (\\w+).*", "$1");
    return PluginJar.named("plugin")
        .source("acme." + name, "package acme; import org.muscat.spi.*; " + source);
  }

  private List<String> faults(PluginJar jar) throws IOException, UnreadableException {
    try (ClassPath classPath = ClassPath.open(List.of(jar.in(folder)))) {
      return LinkCheck.of(classPath);
    }
  }
}

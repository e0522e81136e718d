package org.muscat.spi;

import java.util.List;

/**
 * Identity of a plugin. Immutable.
 *
 * <p>The id is unique in a host: two plugins with one id are both rejected.
 */
public final class PluginDescriptor {

  /** The version of this contract, a constant that compilers copy into the plugin. */
  public static final int SPI_VERSION = 1;

  private final String id;
  private final String title;
  private final String version;
  private final String licence;
  private final int spiVersion;
  private final List<String> restrictedSeries;

  private PluginDescriptor(
      String id,
      String title,
      String version,
      String licence,
      int spiVersion,
      List<String> restrictedSeries) {
    this.id = Ids.requireId("plugin id", id);
    this.title = Ids.requireLine("plugin title", title);
    this.version = Ids.requireLine("plugin version", version);
    this.licence = Ids.requireLine("plugin licence", licence);
    this.spiVersion = spiVersion;
    this.restrictedSeries = List.copyOf(restrictedSeries);
  }

  /**
   * Describes a plugin.
   *
   * @param id lower-case words joined by hyphens, such as {@code energy}
   * @param title one line for people
   * @param version the plugin's own version; it becomes part of every score's provenance
   * @param licence SPDX identifier of the plugin's licence
   * @param spiVersion {@link #SPI_VERSION}: the compiler writes the number that it is then into the
   *     plugin, and a later host reads which contract the plugin was built against
   * @throws IllegalArgumentException if the id is malformed, or a text is blank or has control
   *     characters
   */
  public static PluginDescriptor of(
      String id, String title, String version, String licence, int spiVersion) {
    return new PluginDescriptor(id, title, version, licence, spiVersion, List.of());
  }

  /**
   * The same, naming series that may be used and not passed on: the terms of their source forbid
   * it. The host tells no value in natural units of an indicator that reads one of them, of
   * whichever plugin it is and wherever the series comes from.
   *
   * @param series their names; one that ends in {@code /} means all that begin with it, such as
   *     {@code volatility/}
   * @throws IllegalArgumentException if a name is malformed
   */
  public PluginDescriptor restricting(String... series) {
    for (String name : series) {
      Ids.requireSeriesName(name.endsWith("/") ? name + "any" : name);
    }
    return new PluginDescriptor(id, title, version, licence, spiVersion, List.of(series));
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public String version() {
    return version;
  }

  public String licence() {
    return licence;
  }

  /** The contract version that this plugin asks for. */
  public int spiVersion() {
    return spiVersion;
  }

  /** The series that may not be passed on, as {@link #restricting} names them; often none. */
  public List<String> restrictedSeries() {
    return restrictedSeries;
  }

  @Override
  public String toString() {
    return id + " " + version;
  }
}

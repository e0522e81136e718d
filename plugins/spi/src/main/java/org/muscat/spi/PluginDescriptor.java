package org.muscat.spi;

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

  private PluginDescriptor(
      String id, String title, String version, String licence, int spiVersion) {
    this.id = Ids.requireId("plugin id", id);
    this.title = Ids.requireText("plugin title", title);
    this.version = Ids.requireText("plugin version", version);
    this.licence = Ids.requireText("plugin licence", licence);
    this.spiVersion = spiVersion;
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
   * @throws IllegalArgumentException if the id is malformed or a text is blank
   */
  public static PluginDescriptor of(
      String id, String title, String version, String licence, int spiVersion) {
    return new PluginDescriptor(id, title, version, licence, spiVersion);
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

  @Override
  public String toString() {
    return id + " " + version;
  }
}

package org.muscat.maritime.geo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The chokepoints that IMF PortWatch counts, each with the middle of the area it counts in, to a
 * hundredth of a degree.
 */
public enum Strait {
  SUEZ(1, "Suez Canal", 30.59, 32.44),
  PANAMA(2, "Panama Canal", 9.12, -79.77),
  BOSPORUS(3, "Bosporus", 41.17, 29.09),
  BAB_EL_MANDEB(4, "Bab el-Mandeb", 12.79, 43.35),
  MALACCA(5, "Strait of Malacca", 1.52, 102.67),
  HORMUZ(6, "Strait of Hormuz", 26.30, 56.86),
  CAPE_OF_GOOD_HOPE(7, "Cape of Good Hope", -34.93, 20.88),
  GIBRALTAR(8, "Strait of Gibraltar", 35.94, -5.75),
  DOVER(9, "Strait of Dover", 51.03, 1.51),
  ORESUND(10, "Oresund", 55.51, 12.85),
  TAIWAN(11, "Taiwan Strait", 24.72, 119.83),
  KOREA(12, "Korea Strait", 34.13, 129.21),
  TSUGARU(13, "Tsugaru Strait", 41.33, 140.35),
  LUZON(14, "Luzon Strait", 20.49, 121.35),
  LOMBOK(15, "Lombok Strait", -8.42, 115.80),
  OMBAI(16, "Ombai Strait", -8.40, 125.09),
  BOHAI(17, "Bohai Strait", 38.37, 120.90),
  TORRES(18, "Torres Strait", -9.86, 142.25),
  SUNDA(19, "Sunda Strait", -5.97, 105.78),
  MAKASSAR(20, "Makassar Strait", 0.35, 119.26),
  MAGELLAN(21, "Strait of Magellan", -52.64, -69.59),
  YUCATAN(22, "Yucatan Channel", 21.82, -85.65),
  WINDWARD(23, "Windward Passage", 19.99, -73.70),
  MONA(24, "Mona Passage", 18.45, -67.71),
  BALABAC(25, "Balabac Strait", 7.41, 117.11),
  BERING(26, "Bering Strait", 65.97, -165.55),
  MINDORO(27, "Mindoro Strait", 12.47, 120.40),
  KERCH(28, "Kerch Strait", 45.27, 36.54);

  private final int number;
  private final String title;
  private final double latitude;
  private final double longitude;

  Strait(int number, String title, double latitude, double longitude) {
    this.number = number;
    this.title = title;
    this.latitude = latitude;
    this.longitude = longitude;
  }

  /** The strait of a word, if there is one. */
  public static Optional<Strait> of(String word) {
    return Arrays.stream(values()).filter(strait -> strait.word().equals(word)).findFirst();
  }

  /** As in the names of series, such as {@code bab-el-mandeb}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people: "Strait of Hormuz". */
  public String title() {
    return title;
  }

  /** What PortWatch calls it, such as {@code chokepoint6}. */
  public String portId() {
    return "chokepoint" + number;
  }

  /** Its middle. */
  public Position position() {
    return new Position(latitude, longitude);
  }
}

package org.muscat.maritime.ais;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.toolkit.drop.DropFeed;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Makes the feed {@code ais-files}: counts of vessels from files of AIS reports, such as a provider
 * sells or a receiver writes. The columns are those of MarineCadastre ({@code
 * MMSI,BaseDateTime,LAT,LON,SOG,VesselType}) or {@code mmsi,time,latitude,longitude,speed,type};
 * others are passed over. Times are UTC, speeds in knots, types AIS numbers or the words tanker,
 * cargo, military.
 *
 * <p>For a strait, such as {@code hormuz}, points at the start of the day (UTC) on which vessels
 * left the first gate:
 *
 * <ul>
 *   <li>{@code ais/hormuz/seen-before}: vessels whose passage is known: seen after, or dark
 *   <li>{@code ais/hormuz/dark}: of these, vessels that fell silent for four hours or more and were
 *       not seen at the other gate within 24 h
 * </ul>
 *
 * <p>A file holds whole days and the day after them: vessels that left the first gate less than 24
 * h before its end are not counted. A later file that holds a day again counts it anew.
 */
public final class AisFilesProvider implements FeedProvider<AisFilesConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "ais-files",
        "Vessels that vanish in a strait, counted from files of AIS reports",
        "files",
        Duration.ofDays(1),
        "as stated by whoever drops the file; no position is kept");
  }

  @Override
  public Class<AisFilesConfig> configType() {
    return AisFilesConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(AisFilesConfig config) {
    List<ConfigProblem> problems = new ArrayList<>();
    problem("before", config.before()).ifPresent(problems::add);
    problem("after", config.after()).ifPresent(problems::add);
    return problems;
  }

  private static Optional<ConfigProblem> problem(String option, List<Double> degrees) {
    try {
      Gate.of(degrees);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(new ConfigProblem(option, String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Feed create(AisFilesConfig config, FeedContext context) {
    Gate before = Gate.of(config.before());
    Gate after = Gate.of(config.after());
    return new DropFeed(
        DropFolder.of(context, config.path()),
        header -> new AisRows(header, new Passages(config.strait(), before, after)),
        context.clock());
  }
}

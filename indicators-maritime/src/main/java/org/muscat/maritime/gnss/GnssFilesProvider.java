package org.muscat.maritime.gnss;

import java.time.Duration;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.toolkit.drop.DropFeed;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Makes the feed {@code gnss-files}: interference with satellite navigation over an area, from
 * files of how many aircraft reported good and bad accuracy (ADS-B) in each cell of a grid and day.
 * The columns are {@code date,cell,good,bad}; those of GPSJam's files, {@code
 * hex,count_good_aircraft,count_bad_aircraft}, are taken as well, once a column {@code date} stands
 * beside them.
 *
 * <p>For an area, such as {@code hormuz}, points at the start of the day (UTC): {@code
 * gnss/hormuz/interference}, the mean over its cells of {@code (bad - 1)/(good + bad)}, not below
 * 0, in percent (method, section 4, M7). One bad aircraft in a cell is taken for a broken receiver.
 * A file holds whole days.
 */
public final class GnssFilesProvider implements FeedProvider<GnssFilesConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "gnss-files",
        "Interference with satellite navigation, from files of aircraft reports",
        "files",
        Duration.ofDays(1),
        "as stated by whoever drops the file");
  }

  @Override
  public Class<GnssFilesConfig> configType() {
    return GnssFilesConfig.class;
  }

  @Override
  public Feed create(GnssFilesConfig config, FeedContext context) {
    return new DropFeed(
        DropFolder.of(context, config.path()),
        header -> new CellRows(header, config.area(), config.cells()),
        context.clock());
  }
}

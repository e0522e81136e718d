package org.muscat.diplomacy.gdelt;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * What the feed {@code gdelt} asks.
 *
 * @param url the address of the lists and files
 * @param dyads pairs of CAMEO country codes such as {@code USA-IRN}
 * @param from the first day to back-fill, if one is named
 * @param backFill how far back from the newest file the first fetch goes otherwise
 * @param patience how long a file that is missing holds up those behind it
 */
public record GdeltConfig(
    @Option(
            doc = "Address of lastupdate.txt, masterfilelist.txt and the files beside them.",
            defaultValue = "https://storage.googleapis.com/data.gdeltproject.org/gdeltv2/")
        URI url,
    @Option(doc = "Pairs of states by CAMEO country code, such as USA-IRN; both ways count.")
        List<String> dyads,
    @Option(
            doc =
                "The first day (UTC) that the first fetch takes; without it, back-fill says how far"
                    + " back it goes. A year has 35,000 files of about 100 kB.",
            example = "2024-01-01")
        Optional<LocalDate> from,
    @Option(
            doc = "How far back from the newest file the first fetch goes, unless 'from' is given.",
            defaultValue = "P8D")
        Duration backFill,
    @Option(
            doc =
                "How long a file that the host does not have is waited for, until newer ones are"
                    + " taken without it.",
            defaultValue = "PT1H")
        Duration patience) {

  public GdeltConfig {
    dyads = List.copyOf(dyads);
  }
}

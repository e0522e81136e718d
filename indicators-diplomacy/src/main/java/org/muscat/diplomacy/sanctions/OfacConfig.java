package org.muscat.diplomacy.sanctions;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * Which list the feed {@code ofac} reads, and whose entries count.
 *
 * @param theatre the theatre, which becomes part of the series names
 * @param programmes names of programmes, or beginnings of names with a {@code *} behind
 * @param url of the list, as XML or CSV
 * @param path a folder of lists that are read first
 * @param live whether the address is asked
 * @param mostDelisted the largest share of the watched entries that may go at once, in [0,1]
 */
public record OfacConfig(
    @Option(doc = "Theatre that the sanctions press on.", defaultValue = "gulf") String theatre,
    @Option(
            doc = "Programmes that count: names, or beginnings of names with a * behind.",
            defaultValue = "['IRAN*', IFSR]",
            pattern = "[A-Z0-9][A-Z0-9-]*\\*?")
        List<String> programmes,
    @Option(
            doc = "Address of the SDN list, as XML or CSV.",
            defaultValue =
                "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML")
        URI url,
    @Option(
            doc =
                "Folder of SDN lists with their days in the names (sdn-2024-05-31.csv), read before"
                    + " the address is asked.")
        Optional<Path> path,
    @Option(
            doc = "Whether the address is asked; false reads the folder alone.",
            defaultValue = "true")
        boolean live,
    @Option(
            doc = "Largest share of the watched entries whose delisting at once is believed.",
            defaultValue = "0.5",
            min = 0,
            max = 1)
        double mostDelisted) {

  public OfacConfig {
    programmes = List.copyOf(programmes);
  }
}

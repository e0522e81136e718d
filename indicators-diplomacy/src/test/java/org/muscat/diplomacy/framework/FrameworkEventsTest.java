// For indicators-diplomacy/src/test/java/org/muscat/diplomacy/framework/ once the chronicle's new
// events are on main.
// The bundled framework names events of the chronicle as sources; each of them has to be there.
package org.muscat.diplomacy.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.muscat.contract.FeedTestKit;
import org.muscat.diplomacy.chronicle.ChronicleProvider;
import org.muscat.spi.Observation;

class FrameworkEventsTest {

  @Test
  void shouldNameEventsThatTheChronicleHas() throws Exception {
    List<String> named =
        Pattern.compile("\\{event: ([^}]+)}")
            .matcher(new FrameworkSource.Bundled("gulf").text())
            .results()
            .map(match -> match.group(1))
            .toList();

    try (FeedTestKit<?> kit = FeedTestKit.of(new ChronicleProvider())) {
      assertThat(kit.fetch().observations()).extracting(Observation::key).containsAll(named);
    }
  }
}

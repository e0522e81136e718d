package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;

class ChronicleBookTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

  @TempDir private Path folder;

  @Test
  void shouldReadTheBundledChronicle() throws Exception {
    ChronicleBook book = ChronicleBook.bundled("gulf", TODAY);

    assertThat(book.size()).isEqualTo(8);
    assertThat(book.problems()).isEmpty();
    assertThat(book.entries())
        .filteredOn(entry -> entry.id().equals("2018-05-08-us-leaves-jcpoa"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.file()).isEqualTo("gulf/2018.yaml");
              assertThat(entry.date()).isEqualTo(LocalDate.parse("2018-05-08"));
              assertThat(entry.type()).isEqualTo("agreement-end");
              assertThat(entry.domain()).isEqualTo("dialogue");
              assertThat(entry.actors()).contains("USA", "IRN");
              assertThat(entry.until()).isEmpty();
            });
  }

  @Test
  void shouldTellTheProblemsOfAllFilesByFileAndLine() throws Exception {
    String sound =
        write(
            "2021.yaml",
            Coded.days("2021-01-01", "2021-12-31")
                .event("2021-05-08", "contact")
                .event("2022-05-08", "denial"));
    String unsound =
        write("2020.yaml", Coded.days("2020-01-01", "2020-12-31").event("2020-05-08", "chat"));

    ChronicleBook book = ChronicleBook.inFolder(folder, TODAY);

    assertThat(book.problems()).extracting(Rejection::where).containsExactly(unsound, sound);
    assertThat(book.problems()).extracting(Rejection::line).containsExactly(7L, 16L);
    assertThat(book.entries())
        .extracting(ChronicleBook.Entry::id)
        .containsExactly("2021-05-08-contact-1", "2022-05-08-denial-2");
  }

  @Test
  void shouldLookAtAFileBeforeItIsWritten() throws Exception {
    Coded coded = Coded.days("2020-01-01", "2020-12-31").event("2020-05-08", "contact");
    String file = write("2020.yaml", coded);
    ChronicleBook book = ChronicleBook.inFolder(folder, TODAY);

    ChronicleBook more = book.with(file, coded.event("2020-06-08", "denial").text());

    assertThat(more.entries()).hasSize(2);
    assertThat(book.entries()).hasSize(1);
    assertThat(book.text(file)).contains(Files.readString(Path.of(file)));
    assertThat(book.text("nowhere.yaml")).isEmpty();
  }

  @Test
  void shouldRefuseAFolderWithoutAChronicle() {
    assertThatThrownBy(() -> ChronicleBook.inFolder(folder, TODAY))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("there is no file of a chronicle")
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> ChronicleBook.inFolder(folder.resolve("nowhere"), TODAY))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("nowhere");
  }

  private String write(String name, Coded coded) throws Exception {
    return Files.writeString(folder.resolve(name), coded.text()).toString();
  }
}

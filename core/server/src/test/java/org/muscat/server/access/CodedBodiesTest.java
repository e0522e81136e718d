package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.RawConnection;
import org.muscat.server.fixture.Running;

/** Bodies that were coded before they were sent in pieces, or do not come in pieces at all. */
@Timeout(180)
class CodedBodiesTest {

  private static final String WHAT_IF = "/api/v1/theatres/north/what-if";

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    server = Running.start(Home.in(folder).open(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, chunked | 501",
        "deflate,Chunked | 501",
        "chunked, gzip | 400",
        "chunked, chunked | 400",
        "gzip | 400",
        "identity | 400"
      })
  void shouldReadNoBodyThatIsCodedOtherwiseThanInPieces(String coding, int status)
      throws IOException {
    String answer =
        exchange(
            "POST "
                + WHAT_IF
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: "
                + coding
                + "\r\n\r\n2\r\n{}\r\n0\r\n\r\nGET /-/healthy HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("application/problem+json");
    // What follows may be of the body: it is no request.
    assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    assertThat(logs.errors()).isEmpty();
  }

  private static String exchange(String head) throws IOException {
    try (RawConnection connection = RawConnection.to(server.url())) {
      return connection.exchange(head, new byte[0]);
    }
  }
}

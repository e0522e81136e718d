package org.muscat.host.child.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PipeTest {

  @Test
  void shouldReadWhatWasWritten() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Pipe there = new Pipe(InputStream.nullInputStream(), written);
    there.greet();
    there.write(new Frame(Frame.Kind.ANSWER, -7, new byte[] {1, 2}));

    Pipe here = reading(written.toByteArray());
    here.awaitGreeting();
    Frame frame = here.read();

    assertThat(frame.kind()).isEqualTo(Frame.Kind.ANSWER);
    assertThat(frame.id()).isEqualTo(-7);
    assertThat(frame.body()).containsExactly(1, 2);
    assertThatThrownBy(here::read).isInstanceOf(EOFException.class);
  }

  @Test
  void shouldQuoteNoiseInThePlaceOfAGreeting() {
    Pipe pipe = reading("Hello, world".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(pipe::awaitGreeting)
        .isInstanceOf(GarbledException.class)
        .hasMessageContaining("\"Hello, w\"");
  }

  @Test
  void shouldQuoteNoiseInThePlaceOfAFrame() {
    Pipe pipe = reading("some noise".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(pipe::read)
        .isInstanceOf(GarbledException.class)
        .hasMessageContaining("\"some nois\"");
  }

  @Test
  void shouldRefuseAFrameThatIsTooLong() {
    Pipe pipe = reading(new byte[] {0x7f, 0, 0, 0, 1, 0, 0, 0, 0});

    assertThatThrownBy(pipe::read).isInstanceOf(GarbledException.class);
  }

  @Test
  void shouldTellAFrameThatIsCutOff() {
    Pipe pipe = reading(new byte[] {0, 0, 0, 5, 1, 0, 0, 0, 0, 1});

    assertThatThrownBy(pipe::read)
        .isInstanceOf(EOFException.class)
        .hasMessage("ended inside a frame");
  }

  private static Pipe reading(byte[] bytes) {
    return new Pipe(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
  }
}

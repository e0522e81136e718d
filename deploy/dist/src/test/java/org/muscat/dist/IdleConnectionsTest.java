package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many connections that send nothing: a thousand in a build, ten thousand with {@code
 * -Dmuscat.idle.connections=10000}, which needs as many file descriptors twice.
 */
class IdleConnectionsTest {

  private static final int MANY = Integer.getInteger("muscat.idle.connections", 1_000);
  private static final Duration QUICK = Duration.ofSeconds(2);

  @TempDir private Path folder;

  @Test
  @Timeout(240)
  void shouldAnswerWhileManyAreIdle() throws IOException {
    Map<String, String> environment =
        Map.of("MUSCAT_LISTEN_CONNECTIONS", String.valueOf(MANY + 100));
    try (MuscatProcess muscat = MuscatProcess.serve(folder, environment, "--demo")) {
      URI uri = URI.create(muscat.url());
      InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
      List<SocketChannel> idle = new ArrayList<>();
      try {
        for (int i = 0; i < MANY; i++) {
          idle.add(SocketChannel.open(address));
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
          assertThat(muscat.get("/api/v1/theatres").statusCode()).isEqualTo(200);
          assertThat(muscat.get("/metrics").statusCode()).isEqualTo(200);
        }
        Duration each = Duration.ofNanos((System.nanoTime() - begin) / 40);

        System.out.println(MANY + " idle connections: an answer within " + each.toMillis() + " ms");
        assertThat(each).isLessThan(QUICK);
        assertThat(muscat.log()).doesNotContain("OutOfMemory", "Too many open files");
      } finally {
        for (SocketChannel channel : idle) {
          channel.close();
        }
      }
    }
  }
}

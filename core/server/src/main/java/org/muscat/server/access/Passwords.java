package org.muscat.server.access;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Checks passwords against bcrypt hashes, on threads of its own, a few at a time. What was right is
 * remembered for some minutes, by a keyed digest and never itself. A user who is not there costs
 * the same work as one who is. Thread-safe.
 */
final class Passwords {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 1_000;
  private static final String MAC = "HmacSHA256";
  private static final int COST_FROM = 4;
  private static final int COST_TO = 6;

  private final BoundedWork work;
  private final LongSupplier nanoTime;
  private final SecretKeySpec key;
  private final Remembered remembered = new Remembered(MOST_REMEMBERED, REMEMBERED.toNanos());
  private final Map<String, Future<Boolean>> underWay = new ConcurrentHashMap<>();
  private final AtomicLong hashed = new AtomicLong();

  /**
   * Passwords of nobody yet.
   *
   * @param work runs bcrypt
   * @param nanoTime a monotonic clock
   * @param secret random bytes of this process
   */
  Passwords(BoundedWork work, LongSupplier nanoTime, byte[] secret) {
    this.work = work;
    this.nanoTime = nanoTime;
    this.key = new SecretKeySpec(secret, MAC);
  }

  /** Whether this was found to be right a short while ago. */
  boolean isRemembered(Map<String, String> users, String user, String password) {
    String hash = users.get(user);
    return hash != null && remembered.has(digest(user, password, hash), nanoTime.getAsLong());
  }

  /** Whether the same is being found out already. */
  boolean isUnderWay(Map<String, String> users, String user, String password) {
    return underWay.containsKey(digest(user, password, hash(users, user)));
  }

  /**
   * Whether a password is that of a user.
   *
   * @param users hashes by name, at least one
   * @return fails with a {@link Refusal} if too many wait
   */
  Future<Boolean> verify(Map<String, String> users, String user, String password) {
    boolean known = users.containsKey(user);
    String hash = hash(users, user);
    String digest = digest(user, password, hash);
    Future<Boolean> same = underWay.get(digest);
    if (same != null) {
      return same;
    }
    Future<Boolean> checking =
        work.run(() -> matches(password, hash) && known)
            .onSuccess(right -> remember(right, digest));
    underWay.put(digest, checking);
    checking.onComplete(done -> underWay.remove(digest));
    return checking;
  }

  /** How many hashes were computed so far. */
  long hashed() {
    return hashed.get();
  }

  private void remember(boolean right, String digest) {
    if (right) {
      remembered.add(digest, nanoTime.getAsLong());
    }
  }

  private boolean matches(String password, String hash) {
    hashed.incrementAndGet();
    return BCrypt.checkpw(password, hash);
  }

  /** An unknown user takes as long as the slowest of those that are known. */
  private static String hash(Map<String, String> users, String user) {
    String own = users.get(user);
    return own == null
        ? users.values().stream()
            .max(Comparator.comparing(hash -> hash.substring(COST_FROM, COST_TO)))
            .orElseThrow()
        : own;
  }

  private String digest(String user, String password, String hash) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      for (String part : new String[] {user, password, hash}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
      }
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + MAC, e);
    }
  }
}

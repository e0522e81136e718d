package org.muscat.server.access;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.muscat.server.config.AccessConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who sends a request. Called on event loops, which it does not block. Thread-safe. */
final class Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
  private static final Caller LOCAL = new Caller("local", Role.ADMIN, Caller.Proof.LOCAL_TOKEN);

  private final AccessConfig config;
  private final Supplier<Loaded> loaded;
  private final LocalToken local;
  private final Passwords passwords;
  private final BoundedWork work;
  private final Attempts attempts;
  private final Clock clock;

  Authenticator(
      AccessConfig config,
      Supplier<Loaded> loaded,
      LocalToken local,
      Passwords passwords,
      BoundedWork work,
      Attempts attempts,
      Clock clock) {
    this.config = config;
    this.loaded = loaded;
    this.local = local;
    this.passwords = passwords;
    this.work = work;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * Who sends a request.
   *
   * @return {@link Caller#NOBODY} if it does not say; fails with a {@link Refusal} if what it says
   *     is not true
   */
  Future<Caller> identify(HttpServerRequest request) {
    List<String> headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.isEmpty()) {
      return Future.succeededFuture(ofCertificate(request));
    }
    if (headers.size() > 1) {
      return Future.failedFuture(Refusal.badRequest("there are two headers Authorization"));
    }
    String[] words = headers.get(0).strip().split(" +", 2);
    String value = words.length == 2 ? words[1] : "";
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "basic" -> basic(value, Address.of(request));
      case "bearer" -> bearer(value, Address.of(request));
      default ->
          Future.failedFuture(
              Refusal.unauthenticated("the header Authorization is neither Basic nor Bearer"));
    };
  }

  private Future<Caller> basic(String encoded, Address from) {
    Loaded present = loaded.get();
    if (present.web().users().isEmpty()) {
      return Future.failedFuture(
          Refusal.unauthenticated("there are no users; see docs/security.md"));
    }
    String[] pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(Refusal.badRequest("the header Authorization is not Base64"));
    }
    return pair.length == 2
        ? basic(present, pair[0], pair[1], from)
        : Future.failedFuture(Refusal.badRequest("there is no password after the user"));
  }

  private Future<Caller> basic(Loaded present, String user, String password, Address from) {
    var users = present.web().users();
    Caller caller = new Caller(user, role(user), Caller.Proof.PASSWORD);
    if (passwords.isRemembered(users, user, password)) {
      return Future.succeededFuture(caller);
    }
    boolean first = !passwords.isUnderWay(users, user, password);
    if (first) {
      try {
        attempts.begin(from, user);
      } catch (Refusal refusal) {
        return Future.failedFuture(refusal);
      }
    }
    return passwords
        .verify(users, user, password)
        .compose(
            right -> {
              if (right) {
                if (first) {
                  attempts.succeeded(from, user);
                }
                return Future.succeededFuture(caller);
              }
              told(from, users.containsKey(user) ? user : "", "password");
              return Future.failedFuture(
                  Refusal.unauthenticated("there is no such user with this password"));
            });
  }

  private Role role(String user) {
    if (config.admins().contains(user)) {
      return Role.ADMIN;
    }
    return config.operators().contains(user) ? Role.OPERATOR : Role.VIEWER;
  }

  private Future<Caller> bearer(String token, Address from) {
    if (local.is(token)) {
      return Future.succeededFuture(LOCAL);
    }
    Loaded present = loaded.get();
    if (present.tokens().isEmpty()) {
      return failed(from, Refusal.unauthenticated("this is not the token in the data folder"));
    }
    BearerTokens tokens = present.tokens().get();
    return work.run(() -> tokens.verify(token, clock.instant()))
        .recover(
            why ->
                why instanceof Refusal refusal ? failed(from, refusal) : Future.failedFuture(why));
  }

  /** A token cannot be guessed: who fails often is told so, and nobody else waits for that. */
  private Future<Caller> failed(Address from, Refusal refusal) {
    if (refusal.status() != Refusal.UNAUTHENTICATED) {
      return Future.failedFuture(refusal);
    }
    try {
      attempts.begin(from, "");
    } catch (Refusal tooMany) {
      return Future.failedFuture(tooMany);
    }
    told(from, "", "token");
    return Future.failedFuture(refusal);
  }

  /** As often as there are attempts, which are limited. A name that is none may be a password. */
  private static void told(Address from, String user, String by) {
    LOG.atWarn()
        .addKeyValue("event", "credentials-refused")
        .addKeyValue("from", from.host())
        .addKeyValue("who", user.isEmpty() ? "unknown" : user)
        .addKeyValue("by", by)
        .log("credentials refused");
  }

  /** Where there are users, a certificate alone says nothing, as in exporters of Prometheus. */
  private Caller ofCertificate(HttpServerRequest request) {
    WebConfig web = loaded.get().web();
    @Nullable SSLSession session = request.sslSession();
    boolean counts =
        web.users().isEmpty() && web.tls().filter(tls -> tls.clientAuth().verified()).isPresent();
    if (session == null || !counts) {
      return Caller.NOBODY;
    }
    try {
      Certificate certificate = session.getPeerCertificates()[0];
      return certificate instanceof X509Certificate known
          ? new Caller(
              known.getSubjectX500Principal().getName(), Role.VIEWER, Caller.Proof.CERTIFICATE)
          : Caller.NOBODY;
    } catch (SSLPeerUnverifiedException e) {
      return Caller.NOBODY;
    }
  }
}

package org.muscat.server.access;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.server.config.AccessConfig;

/**
 * Lets those pass who may. Reads are open or for those who prove who they are, as the configuration
 * says; changes are never open, and never made by a page of another origin. Runs on event loops.
 */
public final class Door {

  private static final String CALLER = "muscat.caller";
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String BASIC = "Basic realm=\"muscat\", charset=\"UTF-8\"";

  private final AccessConfig config;
  private final Supplier<Loaded> loaded;
  private final Authenticator authenticator;
  private final Pace pace;
  private final Hosts hosts;
  private final Connections connections;

  Door(
      AccessConfig config,
      Supplier<Loaded> loaded,
      Authenticator authenticator,
      Pace pace,
      Hosts hosts,
      Connections connections) {
    this.config = config;
    this.loaded = loaded;
    this.authenticator = authenticator;
    this.pace = pace;
    this.hosts = hosts;
    this.connections = connections;
  }

  /**
   * Handles every request first, whatever it asks for.
   *
   * @param changes whether a request is to change something, which is told also if it is refused
   *     here
   */
  public SecurityPolicyHandler first(Predicate<RoutingContext> changes) {
    return context -> {
      HttpServerRequest request = context.request();
      dress(request);
      connections.began(context);
      try {
        hosts.check(request);
        pace.check(request, context.normalizedPath());
        refuseCompressed(request);
        refuseExpectation(request);
        context.next();
      } catch (Refusal refusal) {
        if (changes.test(context)) {
          tellOf(context);
        }
        refusal.send(request);
      }
    };
  }

  /** Handles requests of what demands a role, before anything of them is read. */
  public SecurityPolicyHandler demanding(Role role) {
    return switch (role) {
      case OPEN -> RoutingContext::next;
      case VIEWER -> this::read;
      case OPERATOR, ADMIN -> context -> change(context, role);
    };
  }

  /** Gives an answer the headers that each has; for those that no route gives. */
  public void dress(HttpServerRequest request) {
    SecurityHeaders.add(request.response(), loaded.get().web().headers(), request.isSSL());
  }

  private void read(RoutingContext context) {
    boolean open = config.openReads().orElseGet(() -> !loaded.get().knowsAnybody());
    if (open && !context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      context.next();
    } else {
      identified(context, open ? Role.OPEN : Role.VIEWER);
    }
  }

  private void change(RoutingContext context, Role role) {
    tellOf(context);
    if (isOfForeignPage(context.request())) {
      Refusal.forbidden("a page of another origin cannot change anything; use curl or muscat")
          .send(context.request());
    } else {
      identified(context, role);
    }
  }

  /** Tells of a request that is to change something, once it is answered. */
  private static void tellOf(RoutingContext context) {
    context.addEndHandler(
        done -> {
          @Nullable Caller caller = context.get(CALLER);
          Audit.tell(
              context.request(),
              caller == null ? Caller.NOBODY : caller,
              context.response().getStatusCode());
        });
  }

  private void identified(RoutingContext context, Role role) {
    HttpServerRequest request = context.request();
    context.addHeadersEndHandler(
        unused -> context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
    Future<Caller> identity = authenticator.identify(request);
    if (identity.isComplete()) {
      admit(context, role, identity);
    } else {
      request.pause();
      identity.onComplete(
          done -> {
            request.resume();
            admit(context, role, identity);
          });
    }
  }

  private void admit(RoutingContext context, Role role, Future<Caller> identity) {
    if (identity.succeeded()) {
      context.put(CALLER, identity.result());
      Optional<Refusal> refusal = refusal(identity.result(), role);
      refusal.ifPresentOrElse(why -> refuse(context, why), context::next);
    } else if (identity.cause() instanceof Refusal refusal) {
      refuse(context, refusal);
    } else {
      context.fail(identity.cause());
    }
  }

  /** A browser asks for a password only where there are any. */
  private void refuse(RoutingContext context, Refusal refusal) {
    if (refusal.status() == Refusal.UNAUTHENTICATED) {
      if (!loaded.get().web().users().isEmpty()) {
        context.response().headers().add(CHALLENGE, BASIC);
      }
      context.response().headers().add(CHALLENGE, "Bearer");
    }
    refusal.send(context.request());
  }

  private static Optional<Refusal> refusal(Caller caller, Role role) {
    if (caller.role().covers(role)) {
      return Optional.empty();
    }
    if (caller.by() == Caller.Proof.NONE || caller.by() == Caller.Proof.CERTIFICATE) {
      return Optional.of(
          Refusal.unauthenticated(
              role == Role.VIEWER
                  ? "say who you are: a user and the password, or a bearer token"
                  : "say who you are: curl -H @data/local-token, a user, or a bearer token; see"
                      + " docs/security.md"));
    }
    return Optional.of(
        Refusal.forbidden(
            "'"
                + caller.name()
                + "' is "
                + caller.role().word()
                + " and may not do this; it takes "
                + role.word()));
  }

  /** A body that is small may be large when it is unpacked; nobody needs that here. */
  private static void refuseCompressed(HttpServerRequest request) {
    @Nullable String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw Refusal.unreadableBody("a compressed body is not read; send it as it is");
    }
  }

  private static void refuseExpectation(HttpServerRequest request) {
    @Nullable String expected = request.getHeader(HttpHeaders.EXPECT);
    if (expected != null && !expected.strip().equalsIgnoreCase("100-continue")) {
      throw Refusal.unexpected("the header Expect is not 100-continue, which alone is known here");
    }
  }

  /** Browsers say whose page it is that asks; other clients say nothing. */
  private static boolean isOfForeignPage(HttpServerRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    return (site != null && !site.equals("same-origin") && !site.equals("none"))
        || (origin != null && !isOwn(origin, request));
  }

  private static boolean isOwn(String origin, HttpServerRequest request) {
    @Nullable String header = request.getHeader(HttpHeaders.HOST);
    String host = header == null ? String.valueOf(request.authority()) : header;
    try {
      @Nullable String authority = new URI(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

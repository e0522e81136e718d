package org.muscat.server.access;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;
import org.muscat.server.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of access: what they said when they were last of use. Thread-safe. */
final class AccessFiles {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFiles.class);

  private final AccessConfig config;
  private volatile Loaded present;

  /** Those that were tried last: what is refused is not tried again until a file changes. */
  private volatile FilesRead tried;

  /** What they had when they were looked at last. */
  private volatile Map<Path, String> seen;

  private AccessFiles(AccessConfig config, Loaded loaded) {
    this.config = config;
    this.present = loaded;
    this.tried = loaded.files();
    this.seen = tried.now();
  }

  /**
   * Reads them.
   *
   * @throws ConfigException if one is of no use
   */
  static AccessFiles read(AccessConfig config) {
    Problems problems = new Problems();
    Loaded loaded = Loaded.of(config, problems);
    ConfigException.throwIfAny(problems);
    return new AccessFiles(config, loaded);
  }

  Loaded present() {
    return present;
  }

  /**
   * Reads them again if one has another content, and had it already when this was asked before: an
   * editor may not have written all of it yet. What is of no use is logged. Blocks.
   */
  Optional<Loaded> changed() {
    Map<Path, String> now = tried.now();
    boolean settled = now.equals(seen);
    seen = now;
    if (!settled || tried.were(now)) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Loaded loaded = Loaded.of(config, problems);
    tried = loaded.files();
    if (problems.isEmpty()) {
      objection(loaded).ifPresent(why -> problems.add(place(), why));
    }
    if (problems.isEmpty()) {
      return Optional.of(loaded);
    }
    LOG.atError()
        .addKeyValue("event", "web-config-refused")
        .addKeyValue("problems", problems.all())
        .log("changed files of access refused; those before stay in use");
    return Optional.empty();
  }

  private Optional<String> objection(Loaded loaded) {
    if (!present.fits(loaded)) {
      return Optional.of(
          "whether there is TLS, HTTP/2 and certificates of clients cannot change while Muscat"
              + " runs; restart Muscat, or put back what it said");
    }
    return present.wouldOpen(loaded, config)
        ? Optional.of(
            "nobody is left who could prove who they are, so that anybody could read; put somebody"
                + " back, or say access.reads: open and restart Muscat")
        : Optional.empty();
  }

  private Place place() {
    return new Place(config.webConfig().map(Object::toString).orElse(""), 0, "");
  }

  /** Puts them in use. */
  void use(Loaded loaded) {
    present = loaded;
    LOG.atInfo()
        .addKeyValue("event", "web-config-reloaded")
        .addKeyValue("users", loaded.web().users().size())
        .addKeyValue("tls", loaded.tls().isPresent())
        .log("changed files of access are in use");
  }
}

package org.muscat.server.access;

import io.vertx.core.net.ServerSSLOptions;
import java.util.Optional;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;

/**
 * What the files of access said when they were read together. Immutable.
 *
 * @param web the web configuration
 * @param tls how connections are encrypted; empty if they are not
 * @param tokens who shows bearer tokens; empty if none are taken
 * @param files that were read
 */
record Loaded(
    WebConfig web, Optional<ServerSSLOptions> tls, Optional<BearerTokens> tokens, FilesRead files) {

  /** Reads all files; what is wrong goes to the problems. */
  static Loaded of(AccessConfig config, Problems problems) {
    FilesRead files = new FilesRead();
    WebConfig web =
        config
            .webConfig()
            .map(file -> WebConfigReader.read(file, files, problems))
            .orElse(WebConfig.NONE);
    return new Loaded(
        web,
        web.tls().flatMap(tls -> TlsFiles.read(web, tls, files, problems)),
        config.tokens().flatMap(tokens -> BearerTokens.read(tokens, files, problems)),
        files);
  }

  /** Whether somebody can prove who they are, besides the owner of the data folder. */
  boolean knowsAnybody() {
    return !web.users().isEmpty()
        || tokens.isPresent()
        || web.tls().filter(tls -> tls.clientAuth().verified()).isPresent();
  }

  /** Whether connections are made in the same way: that cannot change while Muscat runs. */
  boolean fits(Loaded other) {
    return web.http2() == other.web.http2() && clientAuth().equals(other.clientAuth());
  }

  /** Whether reads that were for those who prove who they are would be open to anybody. */
  boolean wouldOpen(Loaded next, AccessConfig config) {
    return config.openReads().isEmpty() && knowsAnybody() && !next.knowsAnybody();
  }

  private Optional<WebConfig.ClientAuth> clientAuth() {
    return web.tls().map(WebConfig.Tls::clientAuth);
  }
}

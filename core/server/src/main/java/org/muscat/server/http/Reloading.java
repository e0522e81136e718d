package org.muscat.server.http;

import org.muscat.server.document.ReloadDocument;

/** Takes a new configuration while Muscat runs. */
public interface Reloading {

  /**
   * Reads the configuration again and takes it, all or nothing. Blocks; one at a time.
   *
   * @return what has changed
   * @throws org.muscat.server.config.ConfigException if it cannot be used; nothing has changed
   */
  ReloadDocument reload();
}

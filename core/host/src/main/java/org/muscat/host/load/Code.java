package org.muscat.host.load;

/** What can be wrong with a plugin; each has a heading in the error reference. */
public enum Code {
  /** No descriptor: what the plugin says about itself is missing or unusable. */
  P101,
  /** Unreadable archive. */
  P102,
  /** No provider. */
  P103,
  /** Duplicate id. */
  P104,
  /** The plugin wants a newer contract than this host has. */
  P105,
  /** The plugin wants a contract that this host no longer has. */
  P106,
  /** Class file too new for this Java. */
  P107,
  /** The contract is bundled in the plugin. */
  P108,
  /** Missing class. */
  P110,
  /** Constructor failed. */
  P111,
  /** Static initialiser failed. */
  P112,
  /** Not public. */
  P113,
  /** A class does not fit to those it uses. */
  P114,
  /** An option that the plugin does not have. */
  P201,
  /** A value that an option cannot have, or one that is missing. */
  P202,
  /** A secret that cannot be looked up. */
  P203,
  /** Creation took too long. */
  P301,
  /** What a new configuration made failed when it was tried. */
  P302,
  /** Stuck thread. */
  P402
}

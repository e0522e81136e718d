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
  /** A library lies in the plugin twice, in two versions. */
  P109,
  /** Missing class. */
  P110,
  /** Constructor failed. */
  P111,
  /** Static initialiser failed. */
  P112,
  /** Not public. */
  P113,
  /** The code does not fit the contract of this host, or a library. */
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
  /** A call took too long. */
  P401,
  /** Stuck thread. */
  P402,
  /** A call gave something that is no result. */
  P403,
  /** Not called for a while, after too many calls that took too long. */
  P404,
  /** Threads were left behind. */
  P405,
  /** A call threw an exception. */
  P406,
  /** Quarantined by an operator. */
  P407,
  /** The process of the plugin ended, or is being started again. */
  P408
}

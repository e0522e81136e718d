package org.muscat.host.bytecode;

/** How bad it is what a plugin's code does, worst first. */
public enum Severity {
  /** It can take the host with it; only {@code isolation: process} contains it. */
  DANGER,
  /** It breaks a rule of the contract. */
  WARNING,
  /** It may be as it should be. */
  NOTE
}

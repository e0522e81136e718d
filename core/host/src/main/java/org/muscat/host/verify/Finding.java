package org.muscat.host.verify;

/**
 * Something that a plugin does not keep of the contract.
 *
 * @param check the id of the check that found it, such as {@code no-look-ahead}
 * @param subject what of the plugin, such as {@code indicator 'oil-fear'}
 * @param message what is wrong, where, and with which value
 * @param fix what to do, one sentence
 */
public record Finding(String check, String subject, String message, String fix) {

  @Override
  public String toString() {
    return subject + ": " + message + " " + fix + " [" + check + "]";
  }
}

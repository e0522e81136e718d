package org.muscat.server.report;

/** What an element of HTML is made of. */
sealed interface Part permits Part.Attribute, Markup {

  /** An attribute of an element; the name is one of this program. */
  record Attribute(String name, String value) implements Part {}
}

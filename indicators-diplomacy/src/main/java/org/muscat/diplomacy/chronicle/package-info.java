/**
 * The chronicle: dated, sourced events of a theatre, coded by hand into YAML files, with the days
 * that were coded, so that a quiet day is told from one that nobody looked at.
 */
@NullMarked
package org.muscat.diplomacy.chronicle;

import org.jspecify.annotations.NullMarked;

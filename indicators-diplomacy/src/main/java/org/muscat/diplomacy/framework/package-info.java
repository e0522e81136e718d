/**
 * The framework index: which rules and channels for peace stand in a theatre, coded by hand into a
 * versioned YAML file with reasons, and what they are worth together.
 */
@NullMarked
package org.muscat.diplomacy.framework;

import org.jspecify.annotations.NullMarked;

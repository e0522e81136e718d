/**
 * The command {@code muscat chronicle}: looks at the files of a chronicle, shows its events and
 * adds one. A program of its own, because the server knows no plugin.
 */
@NullMarked
package org.muscat.chronicle;

import org.jspecify.annotations.NullMarked;

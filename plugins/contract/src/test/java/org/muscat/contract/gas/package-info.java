/** A small, sound plugin, as a developer would write it: to try the kit with. */
@NullMarked
package org.muscat.contract.gas;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.energy.cboe;

import org.jspecify.annotations.NullMarked;

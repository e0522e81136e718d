@NullMarked
package org.muscat.energy.fred;

import org.jspecify.annotations.NullMarked;

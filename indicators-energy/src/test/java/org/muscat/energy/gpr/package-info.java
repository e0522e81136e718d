@NullMarked
package org.muscat.energy.gpr;

import org.jspecify.annotations.NullMarked;

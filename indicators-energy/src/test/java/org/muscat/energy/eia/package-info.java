@NullMarked
package org.muscat.energy.eia;

import org.jspecify.annotations.NullMarked;

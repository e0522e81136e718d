@NullMarked
package org.muscat.energy.gscpi;

import org.jspecify.annotations.NullMarked;

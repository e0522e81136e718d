@NullMarked
package org.muscat.energy.fredcsv;

import org.jspecify.annotations.NullMarked;

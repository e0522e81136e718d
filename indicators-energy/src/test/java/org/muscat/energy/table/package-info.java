@NullMarked
package org.muscat.energy.table;

import org.jspecify.annotations.NullMarked;

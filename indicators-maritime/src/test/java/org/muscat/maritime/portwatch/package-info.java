@NullMarked
package org.muscat.maritime.portwatch;

import org.jspecify.annotations.NullMarked;

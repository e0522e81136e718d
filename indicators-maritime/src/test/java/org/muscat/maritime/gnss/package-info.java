@NullMarked
package org.muscat.maritime.gnss;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.maritime.geo;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.maritime.ais;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.maritime.attack;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.maritime.advisories;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.maritime.incidents;

import org.jspecify.annotations.NullMarked;

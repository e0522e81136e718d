@NullMarked
package org.muscat.maritime.warnings;

import org.jspecify.annotations.NullMarked;

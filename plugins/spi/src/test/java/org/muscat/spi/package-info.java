@NullMarked
package org.muscat.spi;

import org.jspecify.annotations.NullMarked;

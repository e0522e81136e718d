/** Values of options that need care. Nothing here is null unless it is marked {@code @Nullable}. */
@NullMarked
package org.muscat.spi.config;

import org.jspecify.annotations.NullMarked;

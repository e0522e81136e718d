@NullMarked
package org.muscat.chronicle;

import org.jspecify.annotations.NullMarked;

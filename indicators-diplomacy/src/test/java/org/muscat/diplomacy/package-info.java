@NullMarked
package org.muscat.diplomacy;

import org.jspecify.annotations.NullMarked;

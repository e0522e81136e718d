@NullMarked
package org.muscat.diplomacy.gdelt;

import org.jspecify.annotations.NullMarked;

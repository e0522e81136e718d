@NullMarked
package org.muscat.diplomacy.sanctions;

import org.jspecify.annotations.NullMarked;

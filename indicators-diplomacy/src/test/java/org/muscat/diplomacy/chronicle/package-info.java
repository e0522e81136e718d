@NullMarked
package org.muscat.diplomacy.chronicle;

import org.jspecify.annotations.NullMarked;

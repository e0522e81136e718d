@NullMarked
package org.muscat.diplomacy.framework;

import org.jspecify.annotations.NullMarked;

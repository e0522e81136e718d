@NullMarked
package org.muscat.host;

import org.jspecify.annotations.NullMarked;

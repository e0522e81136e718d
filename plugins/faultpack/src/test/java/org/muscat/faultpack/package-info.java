@NullMarked
package org.muscat.faultpack;

import org.jspecify.annotations.NullMarked;

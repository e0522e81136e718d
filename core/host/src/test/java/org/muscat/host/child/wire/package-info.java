@NullMarked
package org.muscat.host.child.wire;

import org.jspecify.annotations.NullMarked;

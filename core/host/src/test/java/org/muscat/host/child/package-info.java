@NullMarked
package org.muscat.host.child;

import org.jspecify.annotations.NullMarked;

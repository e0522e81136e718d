@NullMarked
package org.muscat.host.verify;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.host.bytecode;

import org.jspecify.annotations.NullMarked;

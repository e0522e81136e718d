@NullMarked
package org.muscat.bench.theses;

import org.jspecify.annotations.NullMarked;

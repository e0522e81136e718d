@NullMarked
package org.muscat.bench.validation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.contract;

import org.jspecify.annotations.NullMarked;

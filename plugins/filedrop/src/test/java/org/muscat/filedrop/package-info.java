@NullMarked
package org.muscat.filedrop;

import org.jspecify.annotations.NullMarked;

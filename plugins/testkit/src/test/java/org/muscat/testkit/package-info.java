@NullMarked
package org.muscat.testkit;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.muscat.maritime.reports;

import org.jspecify.annotations.NullMarked;

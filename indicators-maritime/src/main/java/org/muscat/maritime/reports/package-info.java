/** How the rows of a file of reports are read, whatever the reports are of. */
@NullMarked
package org.muscat.maritime.reports;

import org.jspecify.annotations.NullMarked;

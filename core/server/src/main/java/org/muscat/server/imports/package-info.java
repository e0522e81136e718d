/** Recorded series from CSV files, through mappings. */
@NullMarked
package org.muscat.server.imports;

import org.jspecify.annotations.NullMarked;

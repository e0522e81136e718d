/** What recorded history says of the theses that Muscat measures: the tables of docs/theses.md. */
@NullMarked
package org.muscat.bench.theses;

import org.jspecify.annotations.NullMarked;

/** Two states as the news of the world sees them: GDELT's events, and daily sums of them. */
@NullMarked
package org.muscat.diplomacy.gdelt;

import org.jspecify.annotations.NullMarked;

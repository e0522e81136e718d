/** What a composite rests on: correlations, consistency, and each indicator's part in it. */
@NullMarked
package org.muscat.engine.panel.audit;

import org.jspecify.annotations.NullMarked;

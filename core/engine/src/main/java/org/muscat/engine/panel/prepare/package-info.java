/** What is done to a panel before it is normalised: denominate, impute, screen, treat. */
@NullMarked
package org.muscat.engine.panel.prepare;

import org.jspecify.annotations.NullMarked;

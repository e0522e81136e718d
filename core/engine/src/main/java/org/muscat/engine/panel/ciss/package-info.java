/**
 * The composite indicator of systemic stress of Hollo, Kremer and Lo Duca (ECB Working Paper 1426,
 * 2012): aggregation that rises when stress is everywhere at once (method, section 8).
 */
@NullMarked
package org.muscat.engine.panel.ciss;

import org.jspecify.annotations.NullMarked;

/** Plugin: indicators of the energy pillar (method, section 4). */
@NullMarked
package org.muscat.energy;

import org.jspecify.annotations.NullMarked;

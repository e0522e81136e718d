/** Plugin: indicators of the maritime pillar (method, section 4). */
@NullMarked
package org.muscat.maritime;

import org.jspecify.annotations.NullMarked;

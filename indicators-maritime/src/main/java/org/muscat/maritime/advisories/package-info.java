/** The feed {@code advisory-files}: advisories of MARAD, JMIC and NAVAREA IX from files. */
@NullMarked
package org.muscat.maritime.advisories;

import org.jspecify.annotations.NullMarked;

/**
 * The feed {@code incident-files}: reports of attacks on ships from files, told by their header.
 */
@NullMarked
package org.muscat.maritime.incidents;

import org.jspecify.annotations.NullMarked;

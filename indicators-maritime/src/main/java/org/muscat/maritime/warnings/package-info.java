/**
 * The feed {@code navarea}: broadcast warnings of the NGA. An answer ({@code Answer}) is read
 * warning by warning ({@code WarningReader}), and the cursor remembers those in force ({@code
 * InForce}) to tell when one ends.
 */
@NullMarked
package org.muscat.maritime.warnings;

import org.jspecify.annotations.NullMarked;

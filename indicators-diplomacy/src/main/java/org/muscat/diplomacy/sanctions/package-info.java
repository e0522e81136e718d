/**
 * Economic pressure: the list of sanctions of the US Treasury, told as what changed in it, and how
 * much of that is unusual; and stress that shows in prices and exports.
 */
@NullMarked
package org.muscat.diplomacy.sanctions;

import org.jspecify.annotations.NullMarked;

/** The reference pages of plugins, written from what they say of themselves. */
@NullMarked
package org.muscat.server.reference;

import org.jspecify.annotations.NullMarked;

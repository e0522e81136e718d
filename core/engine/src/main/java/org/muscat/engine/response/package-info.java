/**
 * From {@code S_dyn} to the published index: the structural factor and the asymmetric response
 * (method, section 5). Pure functions; everything is immutable and safe for any thread.
 */
@NullMarked
package org.muscat.engine.response;

import org.jspecify.annotations.NullMarked;

/**
 * How often ships are attacked around a strait (method, section 4, M4). Reads events of the series
 * {@code incidents/<reporter>}: their value is the weight of the kind of attack, their attributes
 * {@code latitude} and {@code longitude} its place in degrees.
 */
@NullMarked
package org.muscat.maritime.attack;

import org.jspecify.annotations.NullMarked;

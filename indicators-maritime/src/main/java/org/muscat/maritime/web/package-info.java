/** How answers of web sources are read, whatever they are about. */
@NullMarked
package org.muscat.maritime.web;

import org.jspecify.annotations.NullMarked;

/**
 * The file drop: observations for which there is no API, from CSV files that people or scripts put
 * into a folder.
 */
@NullMarked
package org.muscat.filedrop;

import org.jspecify.annotations.NullMarked;

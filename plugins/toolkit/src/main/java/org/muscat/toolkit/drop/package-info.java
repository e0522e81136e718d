/**
 * Files that people or scripts put into a folder: {@link org.muscat.toolkit.drop.DropFeed} takes
 * each once, from a {@link org.muscat.toolkit.drop.DropFolder}, and a {@link
 * org.muscat.toolkit.drop.Layout} says what its rows mean.
 */
@NullMarked
package org.muscat.toolkit.drop;

import org.jspecify.annotations.NullMarked;

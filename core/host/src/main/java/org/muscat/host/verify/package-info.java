/**
 * Tries whether a plugin keeps the contract.
 *
 * <p>{@link org.muscat.host.verify.Contract} is the way in: it loads a candidate as the host does
 * and offers one {@link org.muscat.host.verify.ContractCheck} for each rule and each part of the
 * plugin. What needs data or a source is tried with the samples that its author gives. Every call
 * into the plugin has a deadline, so that one that hangs fails its check and nothing else.
 */
@NullMarked
package org.muscat.host.verify;

import org.jspecify.annotations.NullMarked;

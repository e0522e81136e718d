package org.muscat.server.document;

import org.muscat.engine.regime.FlagJudgement;

/**
 * A flag as JSON (method, section 6).
 *
 * @param flag such as {@code brink}
 * @param verdict {@code raised}, {@code clear} or {@code undecided}
 * @param reason in words, with the numbers
 */
public record FlagDocument(String flag, String verdict, String reason) {

  static FlagDocument of(FlagJudgement judgement) {
    return new FlagDocument(
        Words.of(judgement.flag()), Words.of(judgement.verdict()), judgement.reason());
  }
}

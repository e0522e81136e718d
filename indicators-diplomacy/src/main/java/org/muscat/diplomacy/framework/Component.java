package org.muscat.diplomacy.framework;

import java.util.Arrays;
import java.util.Optional;

/** A part of the framework, and what it weighs (method, section 4, F1). */
enum Component {
  IAEA_ACCESS("iaea-access", 25),
  AGREEMENT_IN_FORCE("agreement-in-force", 20),
  MILITARY_HOTLINE("military-hotline", 20),
  REGIONAL_SECURITY_BODY("regional-security-body", 15),
  UN_MANDATE_CONSENSUS("un-mandate-consensus", 10),
  DECONFLICTION_MOU("deconfliction-mou", 10);

  private final String word;
  private final int percent;

  Component(String word, int percent) {
    this.word = word;
    this.percent = percent;
  }

  static Optional<Component> of(String word) {
    return Arrays.stream(values()).filter(component -> component.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  /** In hundredths, because a sum of whole numbers and halves is exact and never above 1. */
  int percent() {
    return percent;
  }

  /** The series of its coded levels. */
  String series(String theatre) {
    return "framework/" + theatre + "/" + word;
  }
}

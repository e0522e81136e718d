package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DyadLookupTest {

  private static final List<String> STATES = List.of("USA", "IRN", "OMN", "AAA", "ZZZ", "QAT");

  @Test
  void shouldFindJustTheDyadsThatItHasBothWays() {
    List<Dyad> dyads =
        List.of(new Dyad("USA", "IRN"), new Dyad("OMN", "IRN"), new Dyad("ZZZ", "AAA"));
    DyadLookup lookup = new DyadLookup(dyads);

    for (String first : STATES) {
      for (String second : STATES) {
        int expected = -1;
        for (int i = 0; i < dyads.size(); i++) {
          Dyad dyad = dyads.get(i);
          if (List.of(dyad.first(), dyad.second()).containsAll(List.of(first, second))
              && !first.equals(second)) {
            expected = i;
          }
        }
        assertThat(lookup.place(StateCode.of(first), StateCode.of(second)))
            .as(first + " " + second)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void shouldFindNothingForACellThatIsNoCode() {
    DyadLookup lookup = new DyadLookup(List.of(new Dyad("USA", "IRN")));

    assertThat(lookup.place(-1, StateCode.of("IRN"))).isEqualTo(-1);
    assertThat(lookup.place(StateCode.of("USA"), -1)).isEqualTo(-1);
  }
}

package org.muscat.host.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muscat.host.child.wire.Request;

class ItemsTest {

  private final Items items = new Items();

  @Test
  void shouldKeepWhatSomebodyHoldsInTheOrderInWhichItWasMade() {
    Item first = items.add(ItemsTest::item);
    Item second = items.add(ItemsTest::item);

    assertThat(items.all()).containsExactly(first, second);
    assertThat(items.get(second.number())).contains(second);
  }

  @Test
  void shouldForgetWhatNobodyHolds() {
    Item held = items.add(ItemsTest::item);
    int lost = items.add(ItemsTest::item).number();
    List<Integer> forgotten = new ArrayList<>();

    await()
        .untilAsserted(
            () -> {
              System.gc();
              forgotten.addAll(items.forgotten());
              assertThat(forgotten).containsExactly(lost);
            });
    assertThat(items.all()).containsExactly(held);
  }

  @Test
  void shouldNotForgetTwiceWhatWasRemoved() {
    items.remove(items.add(ItemsTest::item));

    assertThat(items.all()).isEmpty();
    assertThat(items.forgotten()).isEmpty();
  }

  private static Item item(int number) {
    return new Item(number, new Request.Close(number), Optional.empty());
  }
}

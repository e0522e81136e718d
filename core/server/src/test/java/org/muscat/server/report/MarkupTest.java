package org.muscat.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.text;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void shouldEscapeTextsAndValuesOfAttributes() {
    assertThat(element("b", attribute("title", "\"'<&>"), text("\"'<&>")))
        .hasToString("<b title=\"&quot;&#39;&lt;&amp;&gt;\">&quot;&#39;&lt;&amp;&gt;</b>");
  }

  @Test
  void shouldHaveNoPlaceForWhatIsNoText() {
    assertThat(text("a\u0000b\ud800c\u007fd\ud83d\ude00\n"))
        .hasToString("a\ufffdb\ufffdc\ufffdd\ud83d\ude00\n");
  }

  @Test
  void shouldTakeNoMarkupForAStyle() {
    assertThatThrownBy(() -> Markup.style("</style><script>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

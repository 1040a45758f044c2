package app.lineup.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

final class GroupCountsTest {

  private final GroupCounts counts = new GroupCounts();

  @Test
  void countsInTheOrderOfTheFirst() {
    for (String group : new String[] {"b", "a", "b", "", "b"}) {
      counts.add(group);
    }
    assertThat(counts.counts()).containsExactly(entry("b", 3L), entry("a", 1L), entry("", 1L));
    assertThat(counts.beyond()).isZero();
  }

  @Test
  void keepsNoMoreNamesThanItMay() {
    for (int i = 0; i < GroupCounts.MOST_GROUPS + 5; i++) {
      counts.add("group " + i);
    }
    counts.add("group 0");
    assertThat(counts.counts()).hasSize(GroupCounts.MOST_GROUPS).containsEntry("group 0", 2L);
    assertThat(counts.beyond()).isEqualTo(5);
  }

  @Test
  void keepsNoMoreLongNamesThanItMay() {
    for (int i = 0; i < 100; i++) {
      counts.add(i + "x".repeat(40_000));
    }
    assertThat(counts.counts()).hasSizeLessThan(30);
    assertThat(counts.counts().size() + counts.beyond()).isEqualTo(100);
  }
}

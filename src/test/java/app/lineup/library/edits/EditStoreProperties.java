package app.lineup.library.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What is in force is always what a plain list of batches says, however they are taken back and put in force again.
final class EditStoreProperties {

  private record Subject(long channel, EditField field) {}

  /// The plain list.
  private static final class Plain {
    private final TreeMap<Long, List<Edit>> batches = new TreeMap<>();
    private final Map<Long, Boolean> inForce = new HashMap<>();

    Map<Subject, Edit> all() {
      Map<Subject, Edit> all = new HashMap<>();
      batches.forEach((number, edits) -> {
        if (inForce.get(number)) {
          edits.forEach(edit -> all.put(new Subject(edit.channel(), edit.field()), edit));
        }
      });
      return all;
    }
  }

  private static void assertSame(EditStore store, Plain plain) {
    Map<Subject, Edit> all = plain.all();
    assertThat(store.size()).isEqualTo(all.size());
    for (long channel = 0; channel < 12; channel++) {
      for (EditField field : EditField.values()) {
        assertThat(store.edit(channel, field)).isEqualTo(Optional.ofNullable(all.get(new Subject(channel, field))));
      }
    }
  }

  @Property(tries = 200)
  void isWhatAPlainListSays(@ForAll long seed) {
    var random = new Random(seed);
    var store = new EditStore(List.of());
    var plain = new Plain();
    List<EditStore.Stored> kept = new ArrayList<>();
    for (long number = 1; number <= 30; number++) {
      if (!plain.batches.isEmpty() && random.nextInt(3) == 0) {
        long some = 1L + random.nextInt(plain.batches.size());
        boolean on = random.nextBoolean();
        store.turn(some, on);
        plain.inForce.put(some, on);
      }
      long next = plain.batches.size() + 1L;
      List<Edit> edits = new ArrayList<>();
      for (int i = random.nextInt(20); i >= 0; i--) {
        edits.add(new Edit(random.nextInt(12), EditField.values()[random.nextInt(EditField.values().length)],
            random.nextInt(4) == 0 ? Optional.empty() : Optional.of("text ä " + random.nextInt(100)),
            "before " + number));
      }
      List<EditPage> pages = store.add(next, PackedEdits.of(edits));
      plain.batches.put(next, edits);
      plain.inForce.put(next, true);
      kept.add(new EditStore.Stored(next, true, pages));
      assertSame(store, plain);
    }
    kept.replaceAll(batch -> new EditStore.Stored(batch.number(), store.isInForce(batch.number()), batch.pages()));
    assertSame(new EditStore(kept), plain);
  }

  @Example
  void manyEditsTakeSeveralPagesAndALongTextTakesOne() {
    var store = new EditStore(List.of());
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      edits.add(new Edit(i, EditField.GROUP, Optional.of("News " + i), "Old " + i));
    }
    edits.add(new Edit(-1, EditField.NAME, Optional.of("x".repeat(200_000)), ""));
    List<EditPage> pages = store.add(5, PackedEdits.of(edits));
    assertThat(pages).hasSizeGreaterThan(5);
    assertThat(store.size()).isEqualTo(20_001);
    assertThat(store.edit(19_999, EditField.GROUP).orElseThrow().before()).isEqualTo("Old 19999");
    assertThat(store.edit(-1, EditField.NAME).orElseThrow().value().orElseThrow()).hasSize(200_000);
    assertThat(pages.stream().mapToLong(page -> page.packed().length).sum()).isLessThan(300_000);
    assertThatThrownBy(() -> store.add(5, PackedEdits.of(List.of()))).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void whatWasTakenForAnotherThreadStaysAsItWas() {
    var store = new EditStore(List.of());
    store.add(1, PackedEdits.of(List.of(new Edit(1, EditField.NAME, Optional.of("a"), "x"))));
    EditView taken = store.view();
    store.add(2, PackedEdits.of(List.of(new Edit(1, EditField.NAME, Optional.of("b"), "x"),
        new Edit(2, EditField.HIDDEN, Optional.of("true"), ""))));
    assertThat(taken.edit(1, EditField.NAME).orElseThrow().value()).hasValue("a");
    assertThat(taken.edit(2, EditField.HIDDEN)).isEmpty();
    assertThat(taken.size()).isOne();
    assertThat(store.edit(1, EditField.NAME).orElseThrow().value()).hasValue("b");
    store.turn(2, false);
    assertThat(store.edit(1, EditField.NAME).orElseThrow().value()).hasValue("a");
  }

  @Example
  void aDamagedPageIsSaid() {
    var damaged = new EditStore.Stored(1, true, List.of(new EditPage(1, 0, new byte[] {1, 2, 3})));
    assertThatThrownBy(() -> new EditStore(List.of(damaged))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("page 0 of batch 1");
  }
}

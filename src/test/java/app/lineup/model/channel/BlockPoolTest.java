package app.lineup.model.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Attribute;
import app.lineup.model.KnownField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A few blocks serve a run of any size, and what they take is declared to the byte.
final class BlockPoolTest {

  private static final byte POISON = (byte) 0xDB;

  private final List<Long> declared = new ArrayList<>();
  private final BlockPool pool = new BlockPool(2, declared::add);

  @Test
  @DisplayName("a released block is unreadable, and is the next that is taken, empty")
  void usedAgain() {
    ChannelSlice slice = PooledBlocks.filled(pool, "A", 3);
    ChannelBlock block = slice.block();
    block.set(0, KnownField.TVG_ID, "id");
    byte[] arena = block.arena();
    slice.release();
    assertThat(block.bytes()).containsOnly(POISON);
    assertThat(arena).containsOnly(POISON);
    assertThat(block.place(0, EntryLayout.ENTRY_FROM)).isLessThan(-1);
    assertThat(block.live(0)).isNegative();
    byte[] bytes = block.bytes();
    assertThat(pool.take(bytes.length)).isSameAs(block);
    assertThat(block.bytes()).as("its array serves again").isSameAs(bytes);
    assertThat(block.size()).isZero();
    assertThat(block.newAttributes()).isEmpty();
    assertThat(block.changedFields(0)).isZero();
    assertThat(pool.take(10)).isNotSameAs(block);
  }

  @Test
  @DisplayName("a block whose array is too short is given a longer one")
  void longer() {
    ChannelBlock block = pool.take(100);
    block.all().release();
    assertThat(pool.take(101)).isSameAs(block);
    assertThat(block.bytes()).hasSizeGreaterThanOrEqualTo(101);
    assertThat(declared.getLast()).isEqualTo(block.weight());
  }

  @Test
  @DisplayName("what is in use or kept is declared, and what is more than is kept is not")
  void declared() {
    List<ChannelSlice> slices = new ArrayList<>();
    long sum = 0;
    for (int i = 1; i <= 4; i++) {
      slices.add(PooledBlocks.filled(pool, "A", 10 * i));
      sum += slices.getLast().block().weight();
      assertThat(declared.getLast()).isEqualTo(sum);
    }
    long kept = slices.get(2).block().weight() + slices.get(0).block().weight();
    int bytes = slices.get(2).block().bytes().length;
    slices.get(2).release();
    slices.get(0).release();
    assertThat(declared.getLast()).isEqualTo(sum);
    long one = slices.get(1).block().weight();
    slices.get(1).release();
    assertThat(declared.getLast()).isEqualTo(sum - one);
    slices.get(3).release();
    assertThat(declared.getLast()).isEqualTo(kept);
    assertThat(declared).as("told of changes alone").doesNotHaveDuplicates();
    var _ = pool.take(bytes);
    assertThat(declared.getLast()).isEqualTo(kept);
  }

  @Test
  @DisplayName("where blocks became much smaller, a large array is let go")
  void shorter() {
    ChannelBlock block = pool.take(100_000);
    block.all().release();
    assertThat(pool.take(10_000)).isSameAs(block);
    assertThat(block.bytes()).hasSize(10_000);
    assertThat(declared.getLast()).isEqualTo(block.weight());
  }

  @Test
  @DisplayName("a block that grew is declared as it is when it comes back, and when it is taken again")
  void grown() {
    ChannelSlice slice = PooledBlocks.filled(pool, "A", 3_000);
    ChannelBlock block = slice.block();
    long before = declared.getLast();
    for (int entry = 0; entry < block.size(); entry++) {
      block.set(entry, KnownField.GROUP_TITLE, "a group of its own");
      block.set(entry, new Attribute("catchup"), "yes");
    }
    long grown = block.weight();
    assertThat(grown).isGreaterThan(before + 3_000L * "a group of its own".length());
    slice.release();
    assertThat(declared.getLast()).isEqualTo(grown);
    var _ = pool.take(1);
    assertThat(declared.getLast()).isEqualTo(block.weight()).isLessThanOrEqualTo(grown);
  }

  @Test
  @DisplayName("a pool that keeps nothing has nothing declared once all is released")
  void keepsNothing() {
    var none = new BlockPool(0, declared::add);
    ChannelSlice one = PooledBlocks.filled(none, "A", 3);
    ChannelSlice other = PooledBlocks.filled(none, "B", 3);
    ChannelBlock block = one.block();
    one.release();
    assertThat(declared.getLast()).isEqualTo(other.block().weight());
    other.release();
    assertThat(declared.getLast()).isZero();
    assertThat(none.take(1)).isNotSameAs(block);
  }
}

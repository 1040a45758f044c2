package app.lineup.model.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.model.Attribute;
import app.lineup.model.KnownField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Nobody sees the entries of a block after its last holder has released it, and what was taken out of it stays.
final class ChannelSliceTest {

  private final BlockPool pool = new BlockPool(4, bytes -> {});

  @Test
  @DisplayName("whoever asks a slice after its release is told so")
  void stale() {
    ChannelSlice slice = PooledBlocks.filled(pool, "A", 3);
    ChannelSlice fewer = slice.only((_, entry) -> entry > 0);
    fewer.release();
    for (ChannelSlice one : List.of(slice, fewer)) {
      isTold(one::block);
      isTold(() -> one.get(0));
      isTold(one::release);
      isTold(() -> one.only((_, _) -> true));
      isTold(() -> ChannelSlice.takenOut(one));
    }
    assertThat(PooledBlocks.filled(pool, "B", 3).block()).isNotNull();
    isTold(slice::block);
  }

  private static void isTold(ThrowingCallable asked) {
    assertThatThrownBy(asked).isInstanceOf(IllegalStateException.class).hasMessageContaining("released");
  }

  @Test
  @DisplayName("a block that belongs to no pool is released, too")
  void withoutAPool() {
    ChannelSlice slice = ChannelBlock.of(PooledBlocks.filled(pool, "A", 2)).all();
    slice.release();
    isTold(() -> slice.get(0));
  }

  @Test
  @DisplayName("parts hold the block until the last of them is released, in any order, parts of parts as well")
  void parts() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      ChannelSlice slice = PooledBlocks.filled(pool, "A", 1 + random.nextInt(30));
      ChannelBlock block = slice.block();
      List<ChannelSlice> parts = parts(slice, random, 2);
      Collections.shuffle(parts, random);
      while (parts.size() > 1) {
        parts.removeLast().release();
        assertThat(pool.take(1)).as("a block that is still held").isNotSameAs(block);
        assertThat(parts).allSatisfy(part -> assertThat(part.block()).isSameAs(block));
        assertThat(parts.stream().flatMap(List::stream))
            .allMatch(channel -> channel.text(new Attribute("x-y")).equals("A"));
      }
      parts.getLast().release();
      isTold(parts.getLast()::block);
      assertThat(pool.take(1)).isSameAs(block);
    }
  }

  /// Parts of a slice in their order, some of which are cut once more.
  private static List<ChannelSlice> parts(ChannelSlice slice, Random random, int depth) {
    List<ChannelSlice> parts = new ArrayList<>();
    int from = 0;
    while (from < slice.size()) {
      int to = from + 1 + random.nextInt(slice.size() - from);
      ChannelSlice part = slice.subList(from, to);
      parts.addAll(depth > 0 && random.nextBoolean() ? parts(part, random, depth - 1) : List.of(part));
      from = to;
    }
    return parts;
  }

  @Test
  @DisplayName("parts are the entries that stay, in their order")
  void partsOfWhatStays() {
    ChannelSlice slice = PooledBlocks.filled(pool, "A", 10).only((_, entry) -> entry % 2 == 1);
    assertThat(names(slice)).containsExactly("A1", "A3", "A5", "A7", "A9");
    assertThat(names(slice.subList(0, 2))).containsExactly("A1", "A3");
    ChannelSlice rest = slice.subList(2, 5);
    assertThat(names(rest.subList(0, 1))).containsExactly("A5");
    assertThat(names(rest.subList(1, 3))).containsExactly("A7", "A9");
  }

  @Test
  @DisplayName("a channel that was taken out stays as it was, whatever becomes of the block")
  void takenOut() {
    ChannelSlice slice = PooledBlocks.filled(pool, "A", 5);
    ChannelBlock block = slice.block();
    block.set(1, KnownField.GROUP_TITLE, "Group");
    block.set(1, new Attribute("catchup"), "yes");
    Channel got = slice.get(1);
    List<Channel> all = ChannelSlice.takenOut(slice);
    isTold(slice::block);
    areAsTheyWere(got, all);
    ChannelSlice next = PooledBlocks.filled(pool, "B", 5);
    assertThat(next.block()).isSameAs(block);
    next.block().set(1, KnownField.GROUP_TITLE, "Other");
    areAsTheyWere(got, all);
    assertThat(next.get(1).text(KnownField.CHANNEL_NAME)).isEqualTo("B1");
    assertThat(next.get(1).text(new Attribute("catchup"))).isEmpty();
  }

  private static void areAsTheyWere(Channel got, List<Channel> all) {
    assertThat(names(all)).containsExactly("A0", "A1", "A2", "A3", "A4");
    for (Channel channel : List.of(got, all.get(1))) {
      assertThat(channel.text(KnownField.STREAM_URL)).isEqualTo("http://h/1");
      assertThat(channel.text(KnownField.GROUP_TITLE)).isEqualTo("Group");
      assertThat(channel.text(new Attribute("catchup"))).isEqualTo("yes");
      assertThat(channel.text(new Attribute("x-y"))).isEqualTo("A");
    }
  }

  private static List<String> names(List<Channel> channels) {
    return channels.stream().map(channel -> channel.text(KnownField.CHANNEL_NAME)).toList();
  }
}

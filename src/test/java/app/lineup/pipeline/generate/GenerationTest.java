package app.lineup.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.golden.ListReading;
import app.lineup.m3u.Inheritance;
import app.lineup.model.LogoState;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.model.channel.EnrichedSlice;
import app.lineup.model.channel.M3uEntry;
import app.lineup.model.channel.NumberedSlice;
import app.lineup.model.channel.WrittenEntries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chunk is written into a buffer that is used again once it was released, and no sooner.
final class GenerationTest {

  private static final String LIST = "#EXTINF:-1,A\nhttp://h/1\n#EXTINF:-1,B\nhttp://h/2\n";

  @TempDir
  private Path folder;
  private List<Channel> channels;
  private final Generation generation = new Generation(Inheritance.WRITTEN_OUT, new LongAdder(), new WriteBuffers(1));

  @BeforeEach
  void read() throws Exception {
    channels = ListReading.of(folder, LIST).channels();
  }

  @Test
  @DisplayName("a chunk in block form is written, and its block let go")
  void writesBlocks() {
    ChannelSlice block = ChannelBlock.of(channels).all();
    WrittenEntries written = write(block);
    assertThat(text(written)).isEqualTo(LIST);
    assertThat(written).hasSize(2);
    assertThatThrownBy(block::block).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("entries keep their bytes as long as they were not released; then the buffer is used again")
  void usesBuffersAgain() {
    WrittenEntries first = write(ChannelBlock.of(channels).all());
    WrittenEntries second = write(ChannelBlock.of(channels.reversed()).all());
    assertThat(text(first)).isEqualTo(LIST);
    byte[] buffer = first.bytes();
    first.release();
    first.release();
    assertThat(write(ChannelBlock.of(channels).all()).bytes()).isSameAs(buffer);
    assertThat(write(ChannelBlock.of(channels).all()).bytes()).isNotSameAs(buffer);
    assertThat(text(second)).isEqualTo("#EXTINF:-1,B\nhttp://h/2\n#EXTINF:-1,A\nhttp://h/1\n");
  }

  @Test
  @DisplayName("what was released cannot be looked at; a part of a chunk releases nothing")
  void releasedIsGone() {
    WrittenEntries written = write(ChannelBlock.of(channels).all());
    WrittenEntries part = written.subList(1, 2);
    part.release();
    M3uEntry entry = part.getFirst();
    assertThat(new String(entry.bytes(), entry.from(), entry.length(), StandardCharsets.UTF_8))
        .isEqualTo("#EXTINF:-1,B\nhttp://h/2\n");
    assertThat(text(part)).isEqualTo("#EXTINF:-1,B\nhttp://h/2\n");
    written.release();
    assertThatThrownBy(part::getFirst).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(written::bytes).isInstanceOf(IllegalStateException.class);
  }

  private WrittenEntries write(ChannelSlice block) {
    return (WrittenEntries) generation.apply(new EnrichedSlice(new NumberedSlice(block), LogoState.NOT_FETCHED));
  }

  private static String text(WrittenEntries entries) {
    return new String(entries.bytes(), entries.from(), entries.to() - entries.from(), StandardCharsets.UTF_8);
  }
}

package app.lineup.m3u.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.AccumulationStrategy.FileSpilled;
import app.lineup.engine.rest.IteratorAccumulator;
import app.lineup.engine.rest.SpillLimits;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Channels that rest on the disk.
final class SpilledChannelsTest {

  @TempDir
  private Path folder;
  private Path parent;
  private List<Channel> channels;

  @BeforeEach
  void read() throws Exception {
    var list = new StringBuilder("#EXTM3U\n");
    IntStream.range(0, 1000)
        .forEach(i -> list.append("#EXTINF:-1 group-title=\"UK\",Channel " + i + "\nhttp://host/live/" + i + "\n"));
    channels = ListReading.of(folder, list.toString()).channels();
    parent = Files.createDirectory(folder.resolve("spill"));
  }

  private VersionedSource<Channel> spilled(SpillSpace space) throws Exception {
    var memory = new MemoryMonitor(new FakeGauge(), 1_000_000, InstantSource.system());
    try (var accumulator = new IteratorAccumulator<>(new Accumulation<>(
        new ChannelCodec(), new FileSpilled(600), space, memory, memory.leases(), StageMeter.unwatched(), _ -> {}))) {
      accumulator.add(channels);
      return accumulator.seal("channels of home");
    }
  }

  private static List<String> names(VersionedSource<Channel> source) throws Exception {
    List<String> names = new ArrayList<>();
    try (PipelineIterator<Channel> reader = source.open()) {
      while (reader.nextChunk(300) instanceof IteratorResult.Items<Channel>(List<Channel> some)) {
        some.forEach(channel -> names.add(channel.text(KnownField.CHANNEL_NAME)));
      }
    }
    return names;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(parent)) {
      return all.filter(file -> Files.isRegularFile(file) && !file.endsWith("in-use")).sorted().toList();
    }
  }

  @Test
  @DisplayName("they come back in their order, and their files go with them")
  void comesBack() throws Exception {
    try (var space = new SpillSpace(parent, SpillLimits.USUAL); VersionedSource<Channel> source = spilled(space)) {
      assertThat(names(source))
          .isEqualTo(channels.stream().map(channel -> channel.text(KnownField.CHANNEL_NAME)).toList());
      assertThat(files().stream().filter(file -> file.getFileName().toString().contains("items"))).hasSize(2);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  @DisplayName("one byte changed, anywhere in a file, is told with the name of what it belongs to")
  void damaged() throws Exception {
    try (var space = new SpillSpace(parent, SpillLimits.USUAL); VersionedSource<Channel> source = spilled(space)) {
      Path file = files().getFirst();
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at += 37) {
        byte[] changed = whole.clone();
        changed[at] ^= 0x10;
        Files.write(file, changed);
        assertThat(catchThrowable(() -> names(source))).as("changed at %s", at)
            .isInstanceOfSatisfying(PipelineException.class, e -> {
          assertThat(e.subject()).isEqualTo("channels of home");
          assertThat(e.what()).startsWith("a part of it was kept on disk for a while, and its file is damaged: ");
          assertThat(e.advice()).isNotEmpty();
        });
      }
    }
  }
}

package app.lineup.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.FakeDisk;
import app.lineup.engine.record.IntCodec;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.rest.AccumulationStrategy.FileSpilled;
import app.lineup.engine.rest.AccumulationStrategy.Hybrid;
import app.lineup.engine.rest.AccumulationStrategy.InMemory;
import app.lineup.engine.watch.StageMeter;
import app.lineup.laws.IteratorLaws;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a spill space allows, and how an accumulator chooses between it and memory.
final class SpillSpaceTest {

  @TempDir
  private Path parent;
  private final FakeGauge gauge = new FakeGauge();
  private final MemoryMonitor memory = new MemoryMonitor(gauge, 100_000, InstantSource.fixed(Instant.EPOCH));
  private final List<Spill> told = new ArrayList<>();

  private IteratorAccumulator<Integer> accumulator(AccumulationStrategy strategy, SpillSpace space) {
    return new IteratorAccumulator<>(new Accumulation<>(
        new IntCodec(), strategy, space, memory, memory.leases(), StageMeter.unwatched(), told::add));
  }

  @TestFactory
  @DisplayName("a reader keeps the laws of iterators")
  Stream<DynamicNode> laws() {
    return Stream.of(new InMemory(), new FileSpilled(3), new Hybrid(160), new Hybrid(8_000)).map(strategy ->
        DynamicContainer.dynamicContainer(strategy.toString(), IteratorLaws.ofSource(size -> {
          // The reader alone keeps its files: space and source are left to it.
          var accumulator = accumulator(strategy, new SpillSpace(parent, SpillLimits.USUAL));
          for (int from = 0; from < size; from += 6) {
            accumulator.add(IteratorLaws.numbers(size).subList(from, Math.min(size, from + 6)));
          }
          try (VersionedSource<Integer> source = accumulator.seal("numbers")) {
            return source.open();
          }
        }, IteratorLaws::numbers)));
  }

  @Test
  @DisplayName("the directory and its files are their owner's alone")
  void isPrivate() throws Exception {
    try (var space = new SpillSpace(parent, SpillLimits.USUAL);
        var accumulator = accumulator(new FileSpilled(10), space)) {
      accumulator.add(IteratorLaws.numbers(25));
      try (Stream<Path> all = Files.walk(parent).skip(1)) {
        for (Path one : all.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
              .isEqualTo(Files.isDirectory(one) ? "rwx------" : "rw-------");
        }
      }
      assertThatThrownBy(() -> space.newFile("../x")).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(children()).isEmpty();
  }

  @Test
  @DisplayName("what a crashed process left is swept")
  void sweeps() throws Exception {
    Path left = Files.createDirectory(parent.resolve("lineup-99999999999-x"));
    Files.writeString(left.resolve("1-items"), "x");
    Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
    try (var space = new SpillSpace(parent, SpillLimits.USUAL)) {
      space.sweep();
      assertThat(children()).isEmpty();
    }
  }

  @Test
  @DisplayName("quota, a full disk and a folder that is gone are told in words, with what to do")
  void refuses() throws Exception {
    refused(new SpillSpace(parent, new SpillLimits(100, 0)), "the run needs more than the 0 MB that it may keep there",
        _ -> {});
    refused(new SpillSpace(parent, new SpillLimits(100_000, 2_000_000), new FakeDisk().free(1_000_000)),
        "only 1 MB are free there, and 2 MB are to stay free", _ -> {});
    refused(new SpillSpace(parent.resolve("missing"), SpillLimits.USUAL),
        "no folder for temporary files could be made there", _ -> {});
    refused(new SpillSpace(parent, SpillLimits.USUAL),
        "the folder for temporary files was removed from there during the run", space -> {
          try {
            Sweep.delete(space.newFile("x").getParent());
          } catch (PipelineException e) {
            throw new AssertionError(e);
          }
        });
    assertThat(children()).isEmpty();
    Path file = Files.writeString(parent.resolve("file"), "x");
    refused(new SpillSpace(file, SpillLimits.USUAL), "no folder for temporary files could be made there", _ -> {});
    for (int write = 0; write < 4; write++) {
      refused(new SpillSpace(parent, SpillLimits.USUAL, new FakeDisk().failingAt(write)),
          "what has no room in memory could not be written there: No space left on device", _ -> {});
    }
    assertThat(children()).containsExactly(file);
  }

  @Test
  @DisplayName("no failure of the disk is told by the name of a class")
  void plainWords() {
    String what = "what has no room in memory could not be written there: ";
    refused(full(() -> new IOException(new IOException("No space left on device"))), what + "No space left on device",
        _ -> {});
    refused(full(() -> new FileSystemException("/tmp/x", null, "Disk quota exceeded")), what + "Disk quota exceeded",
        _ -> {});
    refused(full(() -> new AccessDeniedException("/tmp/x")), what + "permission denied", _ -> {});
    refused(full(ClosedChannelException::new), what + "the system does not say why", _ -> {});
    refused(full(() -> new IOException(new IllegalStateException())), what + "the system does not say why", _ -> {});
  }

  private SpillSpace full(Supplier<IOException> failure) {
    return new SpillSpace(parent, SpillLimits.USUAL, new FakeDisk().failingAt(2).with(failure));
  }

  private void refused(SpillSpace fresh, String what, Consumer<SpillSpace> before) {
    try (var space = fresh; var accumulator = accumulator(new FileSpilled(50), space)) {
      before.accept(space);
      assertThat(catchThrowable(() -> accumulator.add(IteratorLaws.numbers(500))))
          .isInstanceOfSatisfying(PipelineException.class, e -> {
            assertThat(e.kind()).isEqualTo(PipelineException.Kind.RESOURCES);
            assertThat(e.what()).isEqualTo(what);
            assertThat(e.advice()).isNotEmpty();
          });
    }
    assertThat(memory.leases().holders()).isEmpty();
  }

  @Test
  @DisplayName("a damaged file is told with the name of what it belongs to")
  void damaged() throws Exception {
    try (var space = new SpillSpace(parent, SpillLimits.USUAL);
        var accumulator = accumulator(new FileSpilled(50), space)) {
      accumulator.add(IteratorLaws.numbers(100));
      try (VersionedSource<Integer> source = accumulator.seal("channels of home"); var reader = source.open()) {
        Path file;
        try (Stream<Path> all = Files.walk(parent)
            .filter(one -> Files.isRegularFile(one) && !one.endsWith(FolderLock.NAME))) {
          file = all.sorted().toList().getLast();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);
        assertThat(reader.nextChunk(100)).isNotNull();
        assertThat(catchThrowable(() -> reader.nextChunk(100))).isInstanceOfSatisfying(PipelineException.class, e -> {
          assertThat(e.subject()).isEqualTo("channels of home");
          assertThat(e.what()).contains("its file is damaged");
        });
      }
    }
  }

  @Test
  @DisplayName("pressure and size switch the strategy, which is told with the reason")
  void switches() throws Exception {
    try (var space = new SpillSpace(parent, SpillLimits.USUAL);
        var accumulator = accumulator(new Hybrid(1_000_000), space)) {
      accumulator.add(IteratorLaws.numbers(10));
      gauge.used(75_000);
      accumulator.add(IteratorLaws.numbers(10));
      gauge.used(10_000);
      accumulator.add(IteratorLaws.numbers(10));
      assertThat(told).containsExactly(
          new Spill.Switched("in memory up to 1 MB", "on disk", "memory pressure is high"),
          new Spill.Switched("on disk", "in memory up to 1 MB", "memory pressure is optimal"));
      accumulator.seal("numbers").close();
      assertThat(told.getLast())
          .isInstanceOfSatisfying(Spill.Written.class, file -> assertThat(file.items()).isEqualTo(20));
    }
    assertThat(new InMemory().under(MemoryPressureLevel.HIGH)).isEqualTo(new InMemory());
    assertThat(new InMemory().under(MemoryPressureLevel.CRITICAL)).isEqualTo(new Hybrid(10_000_000));
    assertThat(new Hybrid(1).under(MemoryPressureLevel.HIGH)).isEqualTo(new FileSpilled(10_000));
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.toList();
    }
  }
}

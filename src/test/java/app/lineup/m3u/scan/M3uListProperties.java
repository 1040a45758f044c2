package app.lineup.m3u.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.golden.TestFolder;
import app.lineup.io.input.InputOpener;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// A list gives the same however it is read.
final class M3uListProperties {

  private static final ScanLimits LIMITS = new ScanLimits(150);

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  @Label("blocks of any size, on one thread or several, give the same channels and the same report")
  void anyBlockSize(@ForAll("damaged") byte[] bytes, @ForAll @IntRange(min = 1, max = 400) int blockBytes)
      throws Exception {
    try (var folder = new TestFolder(); InputOpener inputs = ListReading.inputs(folder.path())) {
      Path file = Files.write(folder.path().resolve("list.m3u"), bytes);
      var source = new Source("list", new Location.OfFile(file));
      var input = inputs.prepare(source, count -> {});
      M3uList whole;
      try {
        whole = M3uList.of(source, input, LIMITS);
      } catch (PipelineException noPlaylist) {
        return;
      }
      List<String> expected = said(whole, whole.open());
      M3uList small = M3uList.of(source, input, LIMITS, blockBytes);
      assertThat(said(small, small.open())).isEqualTo(expected);
      M3uList ahead = M3uList.of(source, input, LIMITS, blockBytes);
      ExecutorService workers = Executors.newFixedThreadPool(2);
      try {
        assertThat(
            said(ahead, ahead.openAhead(StageMeter.unwatched(), workers, () -> 3, () -> 4096, ScanFilter.ALL,
                Optional.empty())))
            .isEqualTo(expected);
      } finally {
        workers.shutdownNow();
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Label("a list with nothing wrong comes out of the whole pipeline byte for byte")
  void cleanListsStay(@ForAll("clean") String list) throws Exception {
    try (var folder = new TestFolder()) {
      byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
      assertThat(new app.lineup.golden.TestRun(folder.path()).list(bytes).run().bytes()).isEqualTo(bytes);
    }
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return OddLists.damaged();
  }

  @Provide
  Arbitrary<String> clean() {
    return OddLists.clean();
  }

  private static List<String> said(M3uList list, PipelineIterator<Channel> reading) throws Exception {
    List<String> said = new ArrayList<>();
    for (Channel channel : ListReading.drain(reading)) {
      for (Field field : KnownField.values()) {
        said.add(channel.text(field));
      }
      said.add(new String(ListReading.bytes(channel), StandardCharsets.ISO_8859_1));
    }
    list.report().findings().forEach(finding -> said.add(finding.toString()));
    said.add(list.report().counts() + " " + list.report().lines() + list.report().guides());
    return said;
  }
}

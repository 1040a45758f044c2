package app.lineup.xmltv;

import app.lineup.engine.flow.MultiSourceIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.watch.StageMeter;
import app.lineup.golden.ListReading;
import app.lineup.io.input.InputOpener;
import app.lineup.laws.IteratorLaws;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.model.guide.GuideSource;
import app.lineup.model.guide.Programme;
import app.lineup.pipeline.duplicates.ProgrammeDuplicates;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Programmes keep the laws of all items: those of one guide, whatever its blocks, and those of several.
final class GuideLawsTest {

  private static final int SMALL_BLOCK = 100;

  @TempDir
  private Path folder;
  private InputOpener inputs;

  @BeforeEach
  void start() {
    inputs = ListReading.inputs(folder);
  }

  @AfterEach
  void stop() {
    inputs.close();
  }

  @TestFactory
  Stream<DynamicTest> inOneBlock() {
    return IteratorLaws.ofSource(size -> starts(guide(0, size, ElementReader.BLOCK_BYTES), id -> true),
        GuideLawsTest::minutes);
  }

  @TestFactory
  Stream<DynamicTest> overManyBlocks() {
    return IteratorLaws.ofSource(size -> starts(guide(0, size, SMALL_BLOCK), id -> true), GuideLawsTest::minutes);
  }

  @TestFactory
  Stream<DynamicTest> ofWantedChannels() {
    return IteratorLaws.ofSource(
        size -> starts(guide(0, size, SMALL_BLOCK), "c1"::equals),
        size -> minutes(size).stream().filter(i -> i % 3 == 1).toList());
  }

  /// Guide i has the programmes i and i + 1: what the guide before it has does not come again.
  @TestFactory
  Stream<DynamicTest> ofSeveralGuides() {
    return IteratorLaws.ofStage(upstream -> {
      var duplicates = new ProgrammeDuplicates();
      return starts(new MultiSourceIterator<>(
          upstream.map(i -> guide(i, 2, SMALL_BLOCK)), XmltvGuide::open, duplicates::without));
    }, numbers -> minutes(numbers.isEmpty() ? 0 : numbers.size() + 1));
  }

  private static List<Long> minutes(int size) {
    return IntStream.range(0, size).mapToObj(i -> (long) i).toList();
  }

  private static PipelineIterator<Long> starts(XmltvGuide guide, Predicate<String> wanted) throws PipelineException {
    return starts(guide.open(StageMeter.unwatched(), wanted));
  }

  private static PipelineIterator<Long> starts(PipelineIterator<Programme> programmes) {
    return programmes.map(programme -> programme.start().getEpochSecond() / 60);
  }

  /// Programme i begins at minute i on one of three channels.
  private XmltvGuide guide(int from, int size, int blockBytes) {
    StringBuilder text = new StringBuilder("<tv>\n");
    for (int i = from; i < from + size; i++) {
      text.append("<programme channel=\"c").append(i % 3).append("\" start=\"").append(time(i)).append("\" stop=\"")
          .append(time(i + 1)).append("\"><title>T").append(i).append("</title></programme>\n");
    }
    try {
      Path file = Files.writeString(folder.resolve("guide-" + from + "-" + size + ".xml"), text.append("</tv>\n"));
      var source = new Source("guide", new Location.OfFile(file));
      return XmltvGuide.of(new GuideSource(source), inputs.prepare(source, bytes -> {}), blockBytes);
    } catch (IOException | PipelineException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String time(int minute) {
    return Instant.ofEpochSecond(minute * 60L).toString().replaceAll("[-:TZ]", "") + " +0000";
  }
}

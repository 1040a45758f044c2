package app.lineup.app.refresh;

import app.lineup.app.GroupCounts;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.RereadableInput;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanFilter;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.model.KnownField;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.MediaType;
import app.lineup.model.guide.GuideSource;
import app.lineup.model.guide.Programme;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import app.lineup.xmltv.GuideIndex;
import app.lineup.xmltv.XmltvGuide;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks through one list or guide without publishing anything. Not thread-safe; used by the thread that calls it.
public final class SourceCheck {

  private final InputOpener inputs;

  /// @param inputs opens sources; belongs to the caller
  public SourceCheck(InputOpener inputs) {
    this.inputs = inputs;
  }

  /// Reads all of it. A guide is recognised by its beginning.
  ///
  /// @param telemetry counts what is read under [StageType#SOURCE_LOADING]
  /// @throws PipelineException    if it cannot be read or is neither
  /// @throws InterruptedException if it was cancelled
  public Checked check(Source source, RunTelemetry telemetry) throws PipelineException, InterruptedException {
    RereadableInput input = inputs.prepare(source, bytes -> {});
    var meter = telemetry.stage(StageType.SOURCE_LOADING.id());
    return XmltvGuide.isGuide(input) ? countGuide(source, input, meter) : count(source, input, meter);
  }

  /// Reads a list; a guide is refused.
  public SourceSummary checkList(Source source, RunTelemetry telemetry) throws PipelineException, InterruptedException {
    return count(source, inputs.prepare(source, bytes -> {}), telemetry.stage(StageType.SOURCE_LOADING.id()));
  }

  private static GuideSummary countGuide(Source source, RereadableInput input, StageMeter meter)
      throws PipelineException, InterruptedException {
    meter.state(StageMeter.State.RUNNING);
    XmltvGuide guide = XmltvGuide.of(new GuideSource(source), input);
    GuideIndex index = guide.index(meter);
    Instant from = Instant.MAX;
    Instant to = Instant.MIN;
    try (PipelineIterator<Programme> programmes = guide.open(meter, channel -> true)) {
      while (programmes.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
          instanceof IteratorResult.Items<Programme>(List<Programme> chunk)) {
        for (Programme programme : chunk) {
          from = programme.start().isBefore(from) ? programme.start() : from;
          to = programme.start().isAfter(to) ? programme.start() : to;
        }
        meter.addItems(chunk.size());
      }
    }
    boolean any = !from.isAfter(to);
    return new GuideSummary(guide.report(), index.scheduled().size(),
        any ? Optional.of(from) : Optional.empty(), any ? Optional.of(to) : Optional.empty());
  }

  /// Reads what `source` was found to be.
  static SourceSummary count(Source source, RereadableInput input, StageMeter meter)
      throws PipelineException, InterruptedException {
    var groups = new GroupCounts();
    Map<MediaType, Long> types = new EnumMap<>(MediaType.class);
    meter.state(StageMeter.State.RUNNING);
    M3uList list = M3uList.of(source, input, ScanLimits.DEFAULT);
    try (PipelineIterator<Channel> channels = list.open(meter, ScanFilter.ALL, Optional.empty())) {
      while (channels.nextChunk(MemoryPressureLevel.OPTIMAL.chunkItems())
          instanceof IteratorResult.Items<Channel>(List<Channel> chunk)) {
        for (Channel channel : chunk) {
          groups.add(channel.text(KnownField.GROUP_TITLE));
          types.merge(channel.mediaType(), 1L, Long::sum);
        }
        meter.addItems(chunk.size());
      }
    }
    return new SourceSummary(list.report(), groups.counts(), groups.beyond(), types);
  }
}

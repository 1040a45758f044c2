package app.lineup.pipeline.output;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.CostEstimate;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.files.AtomicFile;
import app.lineup.files.AtomicMove;
import app.lineup.files.Destination;
import app.lineup.files.StreamDestination;
import app.lineup.model.PublishedFile;
import app.lineup.model.Target;
import app.lineup.model.channel.M3uEntry;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Writes beside the target and moves the complete file into place: through a buffer, or each range of entries as it
/// comes. The two strategies differ in nothing but the buffer.
public final class PlaylistOutput implements StageStrategy<M3uEntry, PublishedFile> {

  private static final int BUFFER_BYTES = 256 * 1024;

  private final StrategyProfile profile;
  private final int bufferBytes;
  private final Target target;
  private final boolean durable;
  private final byte[] header;

  private PlaylistOutput(StrategyProfile profile, int bufferBytes, Target target, boolean durable, byte[] header) {
    this.profile = profile;
    this.bufferBytes = bufferBytes;
    this.target = target;
    this.durable = durable;
    this.header = header.clone();
  }

  /// Both, best first.
  ///
  /// @param target  where the playlist goes
  /// @param durable whether it is synced before it is moved into place
  /// @param header  the playlist's first line, with its line end
  public static List<PlaylistOutput> strategies(Target target, boolean durable, byte[] header) {
    return List.of(
        new PlaylistOutput(
            profile("buffered_output", MemoryPressureLevel.CRITICAL, CostEstimate.passing(300_000, 4_500_000),
                "small entries gathered, then moved into place"),
            BUFFER_BYTES, target, durable, header),
        new PlaylistOutput(
            profile("streaming_output", MemoryPressureLevel.EMERGENCY, CostEstimate.passing(0, 3_600_000),
                "entry by entry, then moved into place"),
            0, target, durable, header));
  }

  private static StrategyProfile profile(String name, MemoryPressureLevel bearsUpTo, CostEstimate cost,
      String summary) {
    return new StrategyProfile(name, Shape.IN_ORDER, bearsUpTo, summary).costing(cost);
  }

  @Override
  public StrategyProfile profile() {
    return profile;
  }

  @Override
  public PipelineIterator<PublishedFile> attach(PipelineIterator<M3uEntry> upstream, StageContext context)
      throws PipelineException {
    try {
      return new WritingIterator(upstream, destination(), target, durable, header, bufferBytes, context.meter());
    } catch (IOException e) {
      throw OutputFailure.of(target, e);
    }
  }

  private Destination destination() throws IOException, PipelineException {
    if (target instanceof Target.OfStream given) {
      return new StreamDestination(given.stream(), false);
    }
    var file = (Target.OfFile) target;
    if (Files.isDirectory(file.path())) {
      throw OutputFailure.isFolder(target);
    }
    if (!Destination.isReplaceable(file.path())) {
      return Destination.of(file.path(), durable);
    }
    AtomicFile.Placing placing = file.keepsVersions() ? new Versions(file.path())::replace : AtomicMove::replace;
    return new AtomicFile(file.path(), durable, placing, part -> !Logins.showIn(part));
  }
}

package app.lineup.stages.output;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.ProcessingMode;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.M3uEntry;
import app.lineup.model.PublishedFile;
import app.lineup.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes beside the target through a buffer and moves the complete file into place.
public final class BufferedOutput implements StageStrategy<M3uEntry, PublishedFile> {

  private final Target target;
  private final boolean durable;
  private final byte[] header;

  /// @param target  where the playlist goes
  /// @param durable whether it is synced before it is moved into place
  /// @param header  the playlist's first line, with its line end
  public BufferedOutput(Target target, boolean durable, byte[] header) {
    this.target = target;
    this.durable = durable;
    this.header = header.clone();
  }

  @Override
  public StrategyProfile profile() {
    return new StrategyProfile(
        "buffered_output", ProcessingMode.STREAMING, MemoryPressureLevel.EMERGENCY, "beside the target, moved into place");
  }

  @Override
  public PipelineIterator<PublishedFile> attach(PipelineIterator<M3uEntry> upstream, StageContext context)
      throws PipelineException {
    try {
      return new WritingIterator(upstream, destination(), target, durable, header, context.meter());
    } catch (IOException e) {
      throw OutputFailure.of(target, e);
    }
  }

  private Destination destination() throws IOException, PipelineException {
    return switch (target) {
      case Target.OfStream(var stream, var name) -> new StreamDestination(stream, false);
      case Target.OfFile(Path path, boolean keepsVersions) -> {
        if (Files.isDirectory(path)) {
          throw OutputFailure.isFolder(target);
        }
        yield keepsVersions ? Destination.keepingVersions(path, durable) : Destination.of(path, durable);
      }
    };
  }
}

package app.lineup.app.lineup;

import app.lineup.app.GroupCounts;
import app.lineup.engine.flow.BufferedIterator;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.BlockEncoder;
import app.lineup.engine.record.RecordBlock;
import app.lineup.engine.record.RecordFile;
import app.lineup.engine.record.RecordFileWriter;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.rest.SourceRegistry;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.m3u.scan.M3uList;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.model.channel.NumberedSlice;
import app.lineup.pipeline.CompiledPlan;
import app.lineup.pipeline.PersistentNumbers;
import app.lineup.pipeline.PlaylistPipeline;
import app.lineup.pipeline.RunInput;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.RunResources;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import app.lineup.rule.RuleFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Builds lineups: the first four stages of a run, whose channels are kept in a file instead of being published. Not
/// thread-safe; used by the thread that calls it, which is interrupted to cancel.
public final class LineupBuild {

  private static final String DESCRIPTION = "lineup";

  private final PlaylistPipeline pipeline;
  private final RunResources means;
  private final LineupFolder folder;

  /// @param means  what builds work with
  /// @param folder where lineups rest; nothing else does. Made where it is missing
  public LineupBuild(RunResources means, Path folder) {
    this.pipeline = new PlaylistPipeline(means);
    this.means = means;
    this.folder = new LineupFolder(folder);
  }

  /// The lineup that was built last, if it is whole; what else is left in the folder is deleted. Reads the file to its
  /// end; where the thread is interrupted meanwhile, it stays so and there is none.
  public static Optional<Lineup> kept(Path folder) {
    var lineups = new LineupFolder(folder);
    Optional<Lineup> kept = Optional.empty();
    try {
      for (Path file : lineups.finished()) {
        if (kept.isEmpty()) {
          kept = whole(lineups, file);
        }
      }
      lineups.sweep();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.getLogger(LineupBuild.class.getName()).log(System.Logger.Level.DEBUG, "no lineup in " + folder, e);
    }
    return kept;
  }

  private static Optional<Lineup> whole(LineupFolder lineups, Path file) throws InterruptedException {
    Optional<Lineup> whole = Optional.empty();
    try {
      RecordFile<NumberedChannel> records = lineups.open(file);
      try {
        records.verify();
        whole = Lineup.in(records);
      } finally {
        if (whole.isEmpty()) {
          records.close();
        }
      }
    } catch (IOException e) {
      System.getLogger(LineupBuild.class.getName()).log(System.Logger.Level.DEBUG, "no lineup: " + file, e);
    }
    if (whole.isEmpty()) {
      lineups.delete(file);
    }
    return whole;
  }

  /// Builds the lineup that a run of `plan` would publish; its target is not touched.
  ///
  /// @param telemetry counters for the ids of [StageType], of which the first four are bumped
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter cannot be read; nothing was begun
  /// @throws PipelineException    if it failed; the lineup before it is untouched
  /// @throws InterruptedException if it was cancelled; the lineup before it is untouched
  public Lineup build(RunPlan plan, RunTelemetry telemetry) throws PipelineException, InterruptedException {
    var parts = CompiledPlan.of(plan);
    try (var sources = new SourceRegistry(); var remembered = new PersistentNumbers(plan, means, false)) {
      SealedList<M3uList> lists = pipeline.prepare(plan, sources, telemetry, RunObserver.none());
      var input = new RunInput(parts.with(remembered.open(parts.size(lists))), lists);
      return keep(pipeline.channels(input, telemetry, RunObserver.none()).open());
    } catch (RuleFailedException e) {
      throw PlaylistPipeline.failed(e);
    }
  }

  private Lineup keep(PipelineIterator<NumberedChannel> channels) throws PipelineException, InterruptedException {
    var groups = new GroupCounts();
    LineupFolder.Place place = null;
    try (PipelineIterator<RecordBlock> blocks = blocks(counted(channels, groups))) {
      place = folder.begin();
      write(place, blocks, groups);
      return Lineup.in(folder.open(place.target())).orElseThrow();
    } catch (IOException e) {
      throw new PipelineException(
          PipelineException.Kind.RESOURCES, folder.toString(), "the lineup could not be kept there: " + Reason.of(e),
          "Check that this folder may be written to and has free space.", e);
    } finally {
      if (place != null) {
        folder.end(place);
      }
      folder.sweep();
    }
  }

  private static PipelineIterator<NumberedChannel> counted(
      PipelineIterator<NumberedChannel> channels, GroupCounts groups) {
    return new ChunkIterator<>(channels, chunk -> {
      List<NumberedChannel> kept = NumberedSlice.takenOut(chunk);
      kept.forEach(channel -> LineupGroups.of(channel).forEach(groups::add));
      return kept;
    });
  }

  private PipelineIterator<RecordBlock> blocks(PipelineIterator<NumberedChannel> channels) {
    var full = new BufferedIterator<>(channels, MemoryPressureLevel.OPTIMAL::chunkItems);
    return means.threads() > 1
        ? new ParallelIterator<>(
            full, () -> new BlockEncoder<>(LineupFolder.FORM), means.workers(), means.threads() + 1)
        : new ChunkIterator<>(full, new BlockEncoder<>(LineupFolder.FORM));
  }

  private static void write(LineupFolder.Place place, PipelineIterator<RecordBlock> blocks, GroupCounts groups)
      throws IOException, PipelineException, InterruptedException {
    try (var writer = new RecordFileWriter<>(place.target(), place.part(), LineupFolder.FORM)) {
      while (blocks.nextChunk(LineupFolder.FORM.blockItems()) instanceof IteratorResult.Items<RecordBlock>(
          List<RecordBlock> made)) {
        for (RecordBlock block : made) {
          writer.append(block);
        }
      }
      writer.commit(place.version(), Instant.now(), DESCRIPTION, Lineup.trailer(groups));
    }
  }
}

package app.lineup.pipeline;

import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.SealedList;
import app.lineup.engine.run.Chain;
import app.lineup.engine.strategy.Stage;
import app.lineup.engine.strategy.StageStrategyRegistry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.files.Destination;
import app.lineup.io.input.InputOpener;
import app.lineup.model.Target;
import app.lineup.model.guide.GuidePlan;
import app.lineup.model.guide.GuideSource;
import app.lineup.model.guide.Programme;
import app.lineup.pipeline.duplicates.ProgrammeDuplicates;
import app.lineup.pipeline.guide.GuideWriter;
import app.lineup.pipeline.guide.PublishedChannels;
import app.lineup.pipeline.guide.StreamingGuide;
import app.lineup.pipeline.guide.WantedChannels;
import app.lineup.pipeline.output.OutputFailure;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import app.lineup.rule.ProgrammeFilters;
import app.lineup.rule.RuleFailedException;
import app.lineup.xmltv.GuideIndex;
import app.lineup.xmltv.XmltvGuide;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Publishes the guide of a run once its playlist is in place. Whatever goes wrong costs the guide alone. Not
/// thread-safe; used by the run's thread.
final class GuidePublication {

  /// Beside the seven: [StageType] is the playlist's.
  static final Stage<XmltvGuide, Programme> GUIDE = new Stage<>(StageType.GUIDE_ID);

  private static final int BUFFER_BYTES = 256 * 1024;

  private final GuidePlan plan;
  private final InputOpener inputs;
  private final PublishedChannels published;
  private final StageMeter meter;
  private final ProgrammeDuplicates duplicates = new ProgrammeDuplicates();
  private final ProgrammeFilters filters;

  /// @param published the channels of the playlist
  /// @param meter     counts what the first pass reads
  /// @param filters   those of the plan
  GuidePublication(GuidePlan plan, InputOpener inputs, PublishedChannels published, StageMeter meter,
      ProgrammeFilters filters) {
    this.plan = plan;
    this.inputs = inputs;
    this.published = published;
    this.meter = meter;
    this.filters = filters;
  }

  /// @param engine joins the guides with their stage
  GuideOutcome publish(Engine engine) {
    try {
      return publishGuides(engine);
    } catch (PipelineException e) {
      return new GuideOutcome.Failed(e);
    } catch (RuleFailedException e) {
      return new GuideOutcome.Failed(PlaylistPipeline.failed(e));
    } catch (ClosedByInterruptException | InterruptedIOException | InterruptedException e) {
      // Answered by the outcome: the playlist stands, and whoever reads the result hears that the run was stopped.
      boolean _ = Thread.interrupted();
      return new GuideOutcome.Cancelled();
    } catch (IOException e) {
      return new GuideOutcome.Failed(OutputFailure.of(target(), e));
    }
  }

  /// Joins the guides with their stage.
  interface Engine extends Function<StageStrategyRegistry, Function<SealedList<XmltvGuide>, Chain<Programme>>> {}

  private Target target() {
    return new Target.OfFile(plan.target());
  }

  private GuideOutcome publishGuides(Engine engine) throws PipelineException, InterruptedException, IOException {
    if (Files.isDirectory(plan.target())) {
      throw OutputFailure.isFolder(target());
    }
    List<XmltvGuide> guides = new ArrayList<>();
    List<GuideIndex> indexes = new ArrayList<>();
    for (GuideSource source : plan.guides()) {
      var guide = XmltvGuide.of(source, inputs.prepare(source.source(), bytes -> {}));
      guides.add(guide);
      indexes.add(guide.index(meter));
    }
    var wanted = new WantedChannels(published, indexes);
    var streaming = new StreamingGuide(wanted, duplicates, filters);
    var registry = new StageStrategyRegistry.Builder().add(GUIDE, List.of(streaming)).build();
    Chain<Programme> chain = engine.apply(registry).apply(new SealedList<>(guides, 1, "the guides of the run"));
    try (Destination destination = Destination.of(plan.target(), plan.durable());
        PipelineIterator<Programme> programmes = chain.open();
        OutputStream out = new BufferedOutputStream(destination, BUFFER_BYTES)) {
      var writer = new GuideWriter(out);
      writer.write(guides.getFirst().root(), wanted, programmes);
      verifyNotEmpty(writer);
      out.flush();
      if (Thread.interrupted()) {
        throw new InterruptedException("cancelled before the guide was put in place");
      }
      destination.commit();
      return outcome(writer, wanted, guides);
    }
  }

  private void verifyNotEmpty(GuideWriter writer) throws PipelineException {
    if (writer.programmes() == 0) {
      throw new PipelineException(Kind.USER, plan.target().toString(),
          filters.keepAll()
              ? "the guide has no programme for any channel of the playlist; what was there before is untouched"
              : "no programme of the playlist's channels passes the guide's filters; "
                  + "what was there before is untouched",
          "See with lineup check which channels the guide has; they are matched by tvg-id, else by name.");
    }
  }

  private GuideOutcome outcome(GuideWriter writer, WantedChannels wanted, List<XmltvGuide> guides) {
    long channels = wanted.withProgrammes(writer.scheduled());
    return new GuideOutcome.Published(plan.target().toString(), writer.programmes(), channels,
        published.size() - channels,
        duplicates.lost(), writer.bytes(), guides.stream().map(XmltvGuide::report).toList());
  }
}

package app.lineup.pipeline.guide;

import app.lineup.engine.flow.MultiSourceIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.strategy.Shape;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.guide.Programme;
import app.lineup.pipeline.duplicates.ProgrammeDuplicates;
import app.lineup.rule.ProgrammeFilters;
import app.lineup.xmltv.XmltvGuide;
import java.util.List;

/// The guide iterator: the programmes of wanted channels, guide after guide, each programme once.
public final class StreamingGuide implements StageStrategy<XmltvGuide, Programme> {

  /// The only way of doing it.
  public static final StrategyProfile PROFILE = new StrategyProfile(
      "streaming_guide", Shape.IN_ORDER, MemoryPressureLevel.EMERGENCY, "element by element, one block in memory");

  private final WantedChannels wanted;
  private final ProgrammeDuplicates duplicates;
  private final ProgrammeFilters filters;

  /// @param wanted     whose programmes come through
  /// @param duplicates what the guides before have; for one run
  /// @param filters    which of them stay; a programme that one guide has and they drop is not taken from another
  public StreamingGuide(WantedChannels wanted, ProgrammeDuplicates duplicates, ProgrammeFilters filters) {
    this.wanted = wanted;
    this.duplicates = duplicates;
    this.filters = filters;
  }

  @Override
  public StrategyProfile profile() {
    return PROFILE;
  }

  @Override
  public PipelineIterator<Programme> attach(PipelineIterator<XmltvGuide> upstream, StageContext context) {
    return new MultiSourceIterator<>(
        upstream, guide -> guide.open(context.meter(), wanted::wants), this::admitted);
  }

  private List<Programme> admitted(int guide, List<Programme> chunk) {
    List<Programme> once = duplicates.without(guide, chunk);
    return filters.keepAll()
        ? once
        : once.stream().filter(programme -> filters.keeps(new ProgrammeView(programme, filters.zone()))).toList();
  }
}

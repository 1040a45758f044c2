package app.lineup.gui.sources.model;

import app.lineup.app.refresh.SourceInspection;
import app.lineup.app.refresh.SourceSummary;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.io.input.Stamp;
import app.lineup.model.Finding;
import app.lineup.model.FindingKind;
import app.lineup.model.Location;
import app.lineup.model.ParseReport;
import app.lineup.model.Source;
import app.lineup.model.channel.MediaType;
import app.lineup.problem.PipelineException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Servers that answer what a test wants, and what is kept of their lists. Its clock is moved by hand.
final class FakeLooks implements SourcesViewModel.Looks {

  Instant now = Instant.parse("2026-05-01T10:00:00Z");
  Map<String, Long> groups = groups("News", 2L, "", 1L);
  @Nullable PipelineException failure;
  final Map<Location, SourceInspection> kept = new HashMap<>();
  final List<String> asked = new ArrayList<>();

  static Map<String, Long> groups(Object... namesAndCounts) {
    Map<String, Long> groups = new LinkedHashMap<>();
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      groups.put((String) namesAndCounts[i], (Long) namesAndCounts[i + 1]);
    }
    return groups;
  }

  SourceInspection look() {
    long channels = groups.values().stream().mapToLong(Long::longValue).sum();
    var report = new ParseReport("x", channels, 9, Map.of(FindingKind.NO_URL, 2L),
        List.of(new Finding(7, FindingKind.NO_URL, "#EXTINF")), List.of());
    var summary = new SourceSummary(report, groups, 0, Map.of(MediaType.LIVE, channels));
    return new SourceInspection(summary, new Stamp(channels, FileTime.from(now)), now);
  }

  @Override
  public SourceInspection fetch(Source source, Optional<SourceInspection> before, RunTelemetry telemetry)
      throws PipelineException {
    asked.add(source.name());
    if (failure != null) {
      throw failure;
    }
    SourceInspection look = look();
    kept.put(source.location(), look);
    return look;
  }

  @Override
  public Optional<SourceInspection> kept(Source source, Optional<SourceInspection> before, RunTelemetry telemetry) {
    return Optional.ofNullable(kept.get(source.location()));
  }

  @Override
  public void keepOnly(List<Source> sources) {
    kept.keySet().retainAll(sources.stream().map(Source::location).toList());
  }
}

package app.lineup.cli.commands;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import app.lineup.start.StartCache;
import app.lineup.start.StartCaches;
import app.lineup.start.StartState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Start caches in whatever state a test wants.
final class MadeUpCaches implements StartCaches {

  final Map<StartCache, StartState> states = new EnumMap<>(StartCache.class);
  final List<StartCache> renewed = new ArrayList<>();
  boolean canRenew = true;
  boolean renewalFails;

  @Override
  public StartState state(StartCache cache) {
    return states.getOrDefault(cache, new StartState.Used(Path.of("usual", cache.fileName())));
  }

  @Override
  public boolean canRenew() {
    return canRenew;
  }

  @Override
  public StartState renew(StartCache cache) throws PipelineException {
    renewed.add(cache);
    if (renewalFails) {
      throw new PipelineException(Kind.RESOURCES, "own", "the disk is full", "");
    }
    return new StartState.Used(Path.of("own", cache.fileName()));
  }
}

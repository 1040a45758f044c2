package app.lineup.app.lineup;

import app.lineup.files.Digest;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.pipeline.RunPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Tells from a short text whether two lineups are made of the same: the same lists in the same state, the same rules,
/// filters, order and numbering, the same numbers that channels keep. The text gives away no address. Thread-safe;
/// looks at files.
///
/// @param fetchedAt when the list of an address was fetched that is kept, if one is
public record LineupFingerprint(Function<URI, Optional<Instant>> fetchedAt) {

  /// What a lineup of this plan would be made of now; empty where a list has to be fetched before anybody knows.
  public Optional<String> of(RunPlan plan) {
    var all = new StringBuilder();
    for (Source source : plan.sources()) {
      Optional<String> state = state(source.location());
      if (state.isEmpty()) {
        return Optional.empty();
      }
      all.append(source.name()).append('\0').append(state.get()).append('\0');
    }
    plan.rules().forEach(rule -> all.append(rule).append('\0'));
    plan.filters().forEach(filter -> all.append(filter).append('\0'));
    all.append(plan.order()).append('\0').append(plan.numbering()).append(plan.separators());
    plan.keptNumbers().ifPresent(numbers -> all.append('\0').append(stamp(numbers)));
    return Optional.of(Digest.of(all.toString()).hex());
  }

  private Optional<String> state(Location location) {
    return switch (location) {
      case Location.OfFile(Path path) -> Optional.of(path + "\0" + stamp(path));
      case Location.OfUrl(URI uri) -> fetchedAt.apply(uri).map(at -> uri + "\0" + at);
      case Location.StandardInput() -> Optional.empty();
    };
  }

  /// A file that is gone has a state, too.
  private static String stamp(Path path) {
    try {
      return Files.size(path) + " " + Files.getLastModifiedTime(path);
    } catch (IOException _) {
      return "gone";
    }
  }
}

package app.lineup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.oracle.RealRun.Outcome;
import app.lineup.oracle.RealRun.Way;
import java.util.List;
import java.util.Optional;

/// Holds what the program publishes against what the oracle does. Thread-safe: no state.
final class Agreement {

  /// What a comparison was about.
  enum Case {
    PUBLISHED,
    /// Both leave no channel.
    NOTHING,
    /// Nothing was compared: a list is none, no number is left, a rule has to be stopped.
    NOT_COMPARED
  }

  private Agreement() {}

  /// @throws AssertionError if they do not agree
  static Case check(List<byte[]> lists, PlainRun wanted, Way way) throws Exception {
    try (var real = new RealRun(lists)) {
      return check(real.of(wanted, way), wanted, real.sources(), way + "\n" + wanted);
    }
  }

  private static Case check(Outcome outcome, PlainRun wanted, List<PlainSource> sources, String what) {
    if (outcome instanceof Outcome.Refused) {
      return Case.NOT_COMPARED;
    }
    Optional<String> expected;
    try {
      expected = wanted.published(sources).map(PlainBytes::of);
    } catch (TooHardException _) {
      return Case.NOT_COMPARED;
    }
    return switch (outcome) {
      case Outcome.Published(byte[] bytes) -> {
        assertThat(Optional.of(PlainBytes.of(bytes))).as(what).isEqualTo(expected);
        yield Case.PUBLISHED;
      }
      case Outcome.Nothing _ -> {
        assertThat(expected).as(what).isEmpty();
        yield Case.NOTHING;
      }
      case Outcome.Stopped(String why) -> throw new AssertionError(why + "\n" + what);
      case Outcome.Refused(String why) -> throw new AssertionError(why + "\n" + what);
    };
  }
}

package app.lineup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.oracle.RealRun.Outcome;
import app.lineup.oracle.RealRun.Way;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// Whatever lists, rules, filters, orders and numberings there are, and however a run is done: it publishes what the oracle
/// works out.
///
/// `mvn -Pfuzz test -Dtest=OracleProperties` tries many more cases.
final class OracleProperties {

  /// Enough to fill several blocks.
  private static final int MANY = 3_000;

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  @Label("a run of one or several lists publishes what the oracle does")
  void someCases(@ForAll("lists") List<byte[]> lists, @ForAll long seed) throws Exception {
    check(lists, seed);
  }

  @Property(tries = 30_000, edgeCases = EdgeCasesMode.NONE)
  @Tag("fuzz")
  @Label("many runs of one or several lists publish what the oracle does")
  void manyCases(@ForAll("lists") List<byte[]> lists, @ForAll long seed) throws Exception {
    check(lists, seed);
  }

  @Property(tries = 3, edgeCases = EdgeCasesMode.NONE)
  @Label("a long list gives what the oracle does")
  void aLongList(@ForAll long seed) throws Exception {
    check(List.of(RandomLists.regular(new Random(seed), MANY)), seed);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Tag("fuzz")
  @Label("long lists give what the oracle does")
  void longLists(@ForAll long seed) throws Exception {
    var random = new Random(seed);
    check(List.of(RandomLists.regular(random, MANY), RandomLists.regular(random, MANY)), seed);
  }

  @Provide
  Arbitrary<List<byte[]>> lists() {
    return Arbitraries.frequency(
            net.jqwik.api.Tuple.of(3, 1), net.jqwik.api.Tuple.of(2, 2), net.jqwik.api.Tuple.of(1, 3))
        .flatMap(count -> RandomLists.any().list().ofSize(count));
  }

  private static void check(List<byte[]> lists, long seed) throws Exception {
    var random = new Random(seed);
    PlainRun wanted = new RandomRun(random).next();
    try (var real = new RealRun(lists)) {
      Way way = Way.any(random);
      compare(real.of(wanted, way), wanted, real.sources(), way + "\n" + wanted);
    }
  }

  static void compare(Outcome outcome, PlainRun wanted, List<PlainSource> sources, String what) {
    Optional<byte[]> expected;
    try {
      expected = wanted.published(sources);
    } catch (TooHardException _) {
      return;
    }
    switch (outcome) {
      case Outcome.Published(byte[] bytes) ->
          assertThat(text(bytes)).as(what).isEqualTo(expected.map(OracleProperties::text).orElse("no channel"));
      case Outcome.Nothing _ -> assertThat(expected.map(OracleProperties::text)).as(what).isEmpty();
      case Outcome.Stopped(String why) -> throw new AssertionError(why + "\n" + what);
      // The oracle does not ask whether it is one.
      case Outcome.Refused _ -> { }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

package app.lineup.oracle;

import app.lineup.oracle.RealRun.Way;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/// Whatever lists, rules, filters, orders and numberings there are, and however a run is done: it publishes what the
/// oracle works out.
///
/// `mvn -Pfuzz test -Dtest=OracleProperties` tries many more cases, which takes some minutes.
final class OracleProperties {

  /// Entries that fill several blocks.
  private static final int MANY = 3_000;

  @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  @Label("a run of one or several lists publishes what the oracle does")
  void someCases(@ForAll("lists") List<String> lists, @ForAll long seed) throws Exception {
    check(lists, seed);
    mostAreCompared();
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
  @Label("a long list gives what the oracle does")
  void aLongList(@ForAll long seed) throws Exception {
    var random = new Random(seed);
    PlainRun wanted = new RandomRun(random).next();
    var _ = Agreement.check(List.of(PlainBytes.bytes(RandomLists.regular(random, MANY))), wanted, Way.any(random));
  }

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  @Tag("fuzz")
  @Label("many runs of one or several lists publish what the oracle does")
  void manyCases(@ForAll("lists") List<String> lists, @ForAll long seed) throws Exception {
    check(lists, seed);
    mostAreCompared();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Tag("fuzz")
  @Label("long lists give what the oracle does")
  void longLists(@ForAll long seed) throws Exception {
    var random = new Random(seed);
    check(List.of(RandomLists.regular(random, MANY), RandomLists.regular(random, MANY)), seed);
  }

  @Provide
  Arbitrary<List<String>> lists() {
    return Arbitraries.frequency(Tuple.of(3, 1), Tuple.of(2, 2), Tuple.of(1, 3))
        .flatMap(count -> RandomLists.any().list().ofSize(count));
  }

  private static void check(List<String> lists, long seed) throws Exception {
    var random = new Random(seed);
    PlainRun wanted = new RandomRun(random).next();
    Statistics.collect(Agreement.check(lists.stream().map(PlainBytes::bytes).toList(), wanted, Way.any(random)));
  }

  /// A case that is not compared says nothing.
  private static void mostAreCompared() {
    Statistics.coverage(coverage -> {
      coverage.check(Agreement.Case.PUBLISHED).percentage(share -> share > 60);
      coverage.check(Agreement.Case.NOT_COMPARED).percentage(share -> share < 5);
    });
  }
}

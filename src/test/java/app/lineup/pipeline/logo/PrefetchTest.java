package app.lineup.pipeline.logo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.DeclaredWeight;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.engine.strategy.StageContext;
import app.lineup.engine.strategy.StageStrategy;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.http.Reply;
import app.lineup.io.http.Validators;
import app.lineup.laws.IteratorLaws;
import app.lineup.model.KnownField;
import app.lineup.model.LogoPlan;
import app.lineup.model.LogoState;
import app.lineup.model.LogoStatistics;
import app.lineup.model.channel.LogoEnrichedChannel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrefetchTest {

  private static final byte[] GIF = "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir
  private Path folder;
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
  private final FakeGauge gauge = new FakeGauge();
  private final MemoryMonitor memory = new MemoryMonitor(gauge, 100_000_000, InstantSource.system());
  private int runs;

  private static NumberedChannel channel(String logo) {
    return new NumberedChannel(TestChannels.withLogo(logo), null);
  }

  private LogoRun open(String cache, boolean asksServers, PictureServers servers) throws IOException {
    return new LogoRun(new LogoPlan.On(folder.resolve(cache), 1_000_000, asksServers), (uri, known, mayAsk) -> {
      asked.add(uri.toString());
      return servers.ask(uri, known, mayAsk);
    }, memory, () -> now);
  }

  private static Reply answer(URI uri, Validators known) throws PipelineException {
    String path = uri.getPath();
    if (path.startsWith("/404")) {
      return new Reply.Refused(404);
    }
    if (path.startsWith("/503")) {
      return new Reply.Refused(503);
    }
    if (path.startsWith("/huge")) {
      return new Reply.TooLarge();
    }
    if (path.startsWith("/html")) {
      return new Reply.Whole("<html>gone</html>".getBytes(StandardCharsets.UTF_8), Validators.NONE);
    }
    if (path.startsWith("/dead")) {
      throw new PipelineException(PipelineException.Kind.EXTERNAL, "h", "no answer", "");
    }
    if (path.startsWith("/odd")) {
      throw new IllegalArgumentException("odd");
    }
    if (known.isKnown()) {
      return new Reply.Unchanged();
    }
    return new Reply.Whole(GIF, new Validators(Optional.of("\"1\""), Optional.empty()));
  }

  private StageContext context() {
    return new StageContext(StageMeter.unwatched(), Executors.newCachedThreadPool(), 1, memory, SpillSpace.ofSystem(),
        memory.leases(), () -> 100, RunObserver.none());
  }

  private List<LogoEnrichedChannel> all(
      StageStrategy<NumberedChannel, LogoEnrichedChannel> strategy, List<NumberedChannel> channels) throws Exception {
    try (var iterator = strategy.attach(PipelineIterator.of(channels), context())) {
      return chunks(iterator, 7);
    }
  }

  private static List<LogoEnrichedChannel> chunks(PipelineIterator<LogoEnrichedChannel> iterator, int items)
      throws Exception {
    List<LogoEnrichedChannel> all = new ArrayList<>();
    while (iterator.nextChunk(
        items) instanceof IteratorResult.Items<LogoEnrichedChannel>(List<LogoEnrichedChannel> chunk)) {
      all.addAll(chunk);
    }
    return all;
  }

  private static List<LogoState> states(List<LogoEnrichedChannel> channels) {
    return channels.stream().map(LogoEnrichedChannel::logo).toList();
  }

  @TestFactory
  Stream<DynamicTest> laws() throws IOException {
    List<LogoRun> kept = new ArrayList<>();
    Function<Integer, NumberedChannel> toChannel = n -> channel("http://h" + n % 5 + "/" + n % 50);
    Stream<DynamicTest> all = Stream.empty();
    for (int which = 0; which < 4; which++) {
      int strategy = which;
      all = Stream.concat(all, IteratorLaws.ofStage(upstream -> {
        LogoRun logos = open("laws" + runs++, true, (uri, known, _) -> answer(uri, known));
        kept.add(logos);
        return logos.strategies().get(strategy).attach(upstream.map(toChannel), context())
            .map(enriched -> enriched.numbered().channel().text(KnownField.TVG_LOGO));
      }, numbers -> numbers.stream().map(n -> toChannel.apply(n).channel().text(KnownField.TVG_LOGO)).toList()));
    }
    return all.onClose(() -> kept.forEach(LogoRun::close));
  }

  @Test
  void everyStrategyGivesTheSameChannelsInTheirOrder() throws Exception {
    List<NumberedChannel> channels = IntStream.range(0, 300).mapToObj(n -> channel(switch (n % 9) {
      case 0 -> "";
      case 1 -> "http://h/404/" + n;
      case 2 -> "http://h/html/" + n;
      case 3 -> "file:///etc/passwd";
      case 4 -> "http://odd/odd/" + n;
      default -> "http://h" + n % 3 + "/" + n % 20;
    })).toList();
    for (int which = 0; which < 4; which++) {
      try (LogoRun logos = open("same" + which, true, (uri, known, _) -> answer(uri, known))) {
        assertThat(all(logos.strategies().get(which), channels).stream().map(LogoEnrichedChannel::numbered))
            .usingElementComparator((one, other) -> one == other ? 0 : 1).containsExactlyElementsOf(channels);
      }
    }
    assertThat(asked).noneMatch(address -> address.startsWith("file"));
  }

  @Test
  void eachDistinctAddressIsFetchedOnceARun() throws Exception {
    List<NumberedChannel> channels = IntStream.range(0, 500).mapToObj(n -> channel("http://h/" + n % 10)).toList();
    for (int which = 0; which < 2; which++) {
      asked.clear();
      try (LogoRun logos = open("once" + which, true, (uri, known, _) -> answer(uri, known))) {
        all(logos.strategies().get(which), channels);
        assertThat(asked).hasSize(10).doesNotHaveDuplicates();
        LogoStatistics seen = logos.statistics();
        assertThat(seen.fetched()).isEqualTo(10);
        assertThat(seen.hits()).isEqualTo(490);
        assertThat(seen.requests()).isEqualTo(10);
        assertThat(seen.bytes()).isEqualTo(10L * GIF.length);
      }
    }
  }

  @Test
  void whatIsNoPictureIsAFailureAndRememberedForAWhile() throws Exception {
    List<NumberedChannel> channels = List.of(channel("http://h/404"), channel("http://h/503"), channel("http://h/huge"),
        channel("http://h/html"), channel("http://h/dead"), channel("http://h/odd"), channel("http://h/good"));
    var failed = LogoState.FAILED;
    try (LogoRun logos = open("failures", true, (uri, known, _) -> answer(uri, known))) {
      assertThat(states(all(logos.strategies().getFirst(), channels)))
          .containsExactly(failed, failed, failed, failed, failed, failed, LogoState.CACHED);
    }
    assertThat(asked).hasSize(7);
    asked.clear();
    now = now.plus(LogoFetch.IN_TROUBLE).minusSeconds(1);
    try (LogoRun logos = open("failures", true, (uri, known, _) -> answer(uri, known))) {
      all(logos.strategies().getFirst(), channels);
      assertThat(logos.statistics().failures()).isEqualTo(6);
    }
    assertThat(asked).isEmpty();
    now = now.plusSeconds(1);
    try (LogoRun logos = open("failures", true, (uri, known, _) -> answer(uri, known))) {
      all(logos.strategies().getFirst(), channels);
    }
    assertThat(asked).containsExactlyInAnyOrder("http://h/503", "http://h/dead", "http://h/odd");
    asked.clear();
    now = now.plus(LogoFetch.GONE);
    try (LogoRun logos = open("failures", true, (uri, known, _) -> answer(uri, known))) {
      all(logos.strategies().getFirst(), channels);
    }
    assertThat(asked).hasSize(6).doesNotContain("http://h/good");
  }

  @Test
  void anOldPictureIsAskedForWithItsValidatorsAndStays() throws Exception {
    List<NumberedChannel> one = List.of(channel("http://h/good"));
    try (LogoRun logos = open("old", true, (uri, known, _) -> answer(uri, known))) {
      all(logos.strategies().getFirst(), one);
    }
    now = now.plus(LogoRun.FRESH);
    List<Validators> sent = new ArrayList<>();
    try (LogoRun logos = open("old", true, (uri, known, _) -> {
      sent.add(known);
      return answer(uri, known);
    })) {
      assertThat(states(all(logos.strategies().getFirst(), one))).containsExactly(LogoState.CACHED);
      assertThat(logos.statistics().hits()).isEqualTo(1);
      assertThat(logos.statistics().fetched()).isZero();
    }
    assertThat(sent).containsExactly(new Validators(Optional.of("\"1\""), Optional.empty()));
    now = now.plus(LogoRun.FRESH);
    try (LogoRun logos = open("old", true, (uri, known, _) -> new Reply.Refused(404))) {
      assertThat(states(all(logos.strategies().getFirst(), one))).containsExactly(LogoState.CACHED);
    }
  }

  @Test
  void onlyTheCacheAsksNobody() throws Exception {
    try (LogoRun logos = open("offline", true, (uri, known, _) -> answer(uri, known))) {
      all(logos.strategies().getFirst(), List.of(channel("http://h/a"), channel("http://h/404")));
    }
    asked.clear();
    now = now.plus(Duration.ofDays(365));
    try (LogoRun logos = open("offline", false, (uri, known, _) -> answer(uri, known))) {
      assertThat(states(all(logos.strategies().getFirst(),
          List.of(channel("http://h/a"), channel("http://h/404"), channel("http://h/b"), channel("")))))
          .containsExactly(LogoState.CACHED, LogoState.NOT_FETCHED, LogoState.NOT_FETCHED, LogoState.NO_ADDRESS);
      assertThat(logos.statistics().notAsked()).isEqualTo(2);
    }
    gauge.used(86_000_000);
    try (LogoRun logos = open("offline", true, (uri, known, _) -> answer(uri, known))) {
      assertThat(states(all(logos.strategies().getFirst(), List.of(channel("http://h/a"), channel("http://h/b")))))
          .containsExactly(LogoState.CACHED, LogoState.NOT_FETCHED);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void noServerIsAskedMoreThanAFewAtOnce() throws Exception {
    var atOnce = new ConcurrentHashMap<String, AtomicInteger>();
    var most = new ConcurrentHashMap<String, Integer>();
    // Every place that there is is taken before the first answer is given.
    var full = new CountDownLatch(PrefetchRow.CONCURRENT.atOnce());
    List<NumberedChannel> channels = IntStream.range(0, 200).mapToObj(n -> channel("http://h" + n % 5 + "/" + n))
        .toList();
    try (LogoRun logos = open("crowd", true, (uri, known, _) -> {
      for (String counted : List.of(uri.getHost(), "all")) {
        int there = atOnce.computeIfAbsent(counted, name -> new AtomicInteger()).incrementAndGet();
        most.merge(counted, there, Math::max);
      }
      full.countDown();
      full.await();
      atOnce.get(uri.getHost()).decrementAndGet();
      atOnce.get("all").decrementAndGet();
      return answer(uri, known);
    })) {
      assertThat(states(all(logos.strategies().getFirst(), channels))).containsOnly(LogoState.CACHED);
    }
    assertThat(most.get("all")).isEqualTo(PrefetchRow.CONCURRENT.atOnce());
    most.remove("all");
    assertThat(most).hasSize(5).allSatisfy((host, there) -> assertThat(there).isLessThanOrEqualTo(HostGate.AT_ONCE));
  }

  @Test
  void aSilentServerIsGivenUp() throws Exception {
    List<NumberedChannel> channels = IntStream.range(0, 100).mapToObj(n -> channel("http://h/dead/" + n)).toList();
    try (LogoRun logos = open("silent", true, (uri, known, _) -> answer(uri, known))) {
      assertThat(states(all(logos.strategies().get(1), channels))).containsOnly(LogoState.FAILED);
      assertThat(asked).hasSize(HostGate.MOST_SILENCES);
      assertThat(logos.statistics().failures()).isEqualTo(100);
    }
  }

  @Test
  void cancellingEndsWhatIsUnderWayAndLeavesNoPart() throws Exception {
    var begun = new CountDownLatch(PrefetchRow.CONCURRENT.atOnce());
    var ended = new AtomicInteger();
    List<NumberedChannel> channels = IntStream.range(0, 400).mapToObj(n -> channel("http://h" + n % 9 + "/" + n))
        .toList();
    try (LogoRun logos = open("cancel", true, (uri, known, _) -> {
      begun.countDown();
      try {
        // The server never answers.
        new CountDownLatch(1).await();
        return new Reply.Refused(500);
      } finally {
        ended.incrementAndGet();
      }
    })) {
      var iterator = logos.strategies().getFirst().attach(PipelineIterator.of(channels), context());
      try (iterator) {
        Thread puller = Thread.currentThread();
        try (var canceller = Executors.newSingleThreadExecutor()) {
          canceller.execute(() -> {
            try {
              begun.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            puller.interrupt();
          });
          assertThatThrownBy(() -> iterator.nextChunk(50)).isInstanceOf(InterruptedException.class);
        }
      }
      assertThat(ended.get()).isEqualTo(asked.size()).isGreaterThanOrEqualTo(PrefetchRow.CONCURRENT.atOnce());
    }
    try (Stream<Path> files = Files.list(folder.resolve("cancel"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void eachFetchHoldsALease() throws Exception {
    int most = PrefetchRow.CONCURRENT.atOnce();
    var full = new CountDownLatch(most);
    List<Long> held = java.util.Collections.synchronizedList(new ArrayList<>());
    try (LogoRun logos = open("leased", true, (uri, known, _) -> {
      full.countDown();
      full.await();
      held.add(memory.leases().bytes());
      return answer(uri, known);
    })) {
      assertThat(states(all(logos.strategies().getFirst(), ofManyServers(60)))).containsOnly(LogoState.CACHED);
    }
    assertThat(held)
        .allMatch(bytes -> bytes >= DeclaredWeight.LOGO.bytes() && bytes <= most * DeclaredWeight.LOGO.bytes());
    assertThat(memory.leases().bytes()).isZero();
    assertThat(memory.leases().holders()).isEmpty();
  }

  private static List<NumberedChannel> ofManyServers(int channels) {
    return IntStream.range(0, channels).mapToObj(n -> channel("http://h" + n % 20 + "/" + n)).toList();
  }

  /// All channels are one chunk; the pressure rises once every place is taken.
  @ParameterizedTest(name = "{0}: {1} of 100 MB in the middle of a chunk ends the asking")
  @CsvSource({"0, 86", "0, 96", "1, 86", "1, 96"})
  void noFetchIsBegunOncePressureIsCritical(int which, int usedMegabytes) throws Exception {
    int first = PrefetchRow.values()[which].atOnce();
    var full = new CountDownLatch(first);
    try (LogoRun logos = open("critical", true, (uri, known, _) -> {
      full.countDown();
      full.await();
      gauge.used(usedMegabytes * 1_000_000L);
      return answer(uri, known);
    }); var iterator = logos.strategies().get(which).attach(PipelineIterator.of(ofManyServers(200)), context())) {
      List<LogoState> states = states(chunks(iterator, 200));
      assertThat(asked).hasSize(first);
      assertThat(states).hasSize(200);
      assertThat(states.stream().filter(LogoState.CACHED::equals)).hasSize(first);
      assertThat(states.stream().filter(LogoState.NOT_FETCHED::equals)).hasSize(200 - first);
      assertThat(logos.statistics().notAsked()).isEqualTo(200L - first);
    }
    assertThat(memory.leases().holders()).isEmpty();
  }

  @Test
  void underHighPressureNoFetchIsBegunBesideAnother() throws Exception {
    var full = new CountDownLatch(PrefetchRow.CONCURRENT.atOnce());
    var atOnce = new AtomicInteger();
    List<Integer> begunBeside = java.util.Collections.synchronizedList(new ArrayList<>());
    try (LogoRun logos = open("high", true, (uri, known, _) -> {
      int there = atOnce.incrementAndGet();
      if (full.getCount() == 0) {
        begunBeside.add(there);
      } else {
        full.countDown();
        full.await();
        gauge.used(75_000_000);
      }
      atOnce.decrementAndGet();
      return answer(uri, known);
    }); var iterator = logos.strategies().getFirst().attach(PipelineIterator.of(ofManyServers(200)), context())) {
      assertThat(states(chunks(iterator, 200))).hasSize(200).containsOnly(LogoState.CACHED);
    }
    assertThat(begunBeside).hasSize(200 - PrefetchRow.CONCURRENT.atOnce()).containsOnly(1);
  }

  @Test
  void thePlacesOfAPressureAreThoseOfTheStrategyThatBearsIt() {
    assertThat(Stream.of(MemoryPressureLevel.values()).map(PrefetchRow::atOnce)).containsExactly(16, 16, 1, 0, 0);
  }

  @Test
  void whereNoLeaseIsGrantedLogosComeOneByOne() throws Exception {
    var small = new MemoryMonitor(new FakeGauge(), 1000, InstantSource.system());
    var entered = new AtomicInteger();
    try (var places = new FetchPlaces(small)) {
      places.enter(2);
      Thread second = Thread.ofPlatform().start(() -> {
        try {
          places.enter(2);
          entered.incrementAndGet();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      while (second.getState() != Thread.State.WAITING && second.isAlive()) {
        Thread.onSpinWait();
      }
      assertThat(entered).hasValue(0);
      places.leave();
      second.join();
      assertThat(entered).hasValue(1);
      places.leave();
    }
    assertThat(small.leases().holders()).isEmpty();
  }

  @Test
  void atNinetyFivePercentOfTheLeasesNoFetchIsBegunBesideAnother() throws Exception {
    try (var places = new FetchPlaces(memory)) {
      assertThat(places.enter(2)).isTrue();
      places.onShrink();
      Thread second = Thread.ofPlatform().start(() -> {
        try {
          places.enter(2);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      while (second.getState() != Thread.State.WAITING && second.isAlive()) {
        Thread.onSpinWait();
      }
      assertThat(second.isAlive()).isTrue();
      places.leave();
      second.join();
      // The alarm is over with what was under way.
      assertThat(places.enter(2)).isTrue();
      places.leave();
      places.leave();
    }
    assertThat(memory.leases().holders()).isEmpty();
  }
}

package app.lineup.app.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.lineup.golden.TestFolder;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.problem.PipelineException;
import app.lineup.rule.editor.PlainWords;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A search finds what a plain look at each channel finds, in order, on one thread and on several.
final class LineupSearchProperties {

  private static final int MANY = 20_000;

  /// What was told, joined.
  private static final class Told implements LineupSearch.Found {
    private final List<Integer> indexes = new ArrayList<>();
    private long lookedAt;

    @Override
    public void found(int[] found, long now) {
      assertThat(now).isGreaterThan(lookedAt);
      IntStream.of(found).forEach(index -> {
        assertThat(index).isLessThan((int) now).isGreaterThanOrEqualTo((int) lookedAt);
        indexes.add(index);
      });
      lookedAt = now;
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  @Label("words, each somewhere in name, group or id")
  void words(@ForAll("lists") String list, @ForAll("words") List<String> words,
      @ForAll("groups") Optional<String> group) throws Exception {
    Predicate<Channel> all = channel -> words.stream().allMatch(
        word -> Stream.of(KnownField.CHANNEL_NAME, KnownField.GROUP_TITLE, KnownField.TVG_ID)
        .anyMatch(field -> contains(channel, field, word)));
    check(list, LineupQuery.of(" " + String.join("  ", words) + "\t", group), all.and(inGroup(group)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @Label("an expression of the rule language")
  void expressions(@ForAll("lists") String list, @ForAll("groups") Optional<String> group) throws Exception {
    Predicate<Channel> one = channel -> contains(channel, KnownField.CHANNEL_NAME, "a")
        && channel.text(KnownField.TVG_ID).isBlank();
    check(list, LineupQuery.of("channel_name contains \"A\" AND tvg_id is_empty", group), one.and(inGroup(group)));
    Predicate<Channel> other = channel -> channel.text(KnownField.CHANNEL_NAME).matches("(?is).*(new|b).*");
    check(list, LineupQuery.of(" NOT (channel_name matches \"new|b\")", group), other.negate().and(inGroup(group)));
  }

  private static boolean contains(Channel channel, KnownField field, String word) {
    return Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(channel.text(field)).find();
  }

  private static Predicate<Channel> inGroup(Optional<String> group) {
    return channel -> {
      String whole = channel.text(KnownField.GROUP_TITLE);
      return group.isEmpty() || (group.get().isEmpty() ? whole.isBlank()
          : whole.equals(group.get()) || whole.contains(";") && Arrays.stream(whole.split(";"))
          .anyMatch(part -> part.strip().equals(group.get())));
    };
  }

  private static void check(String list, LineupQuery query, Predicate<Channel> reference) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try (var folder = new TestFolder(); Lineup lineup = new TestLineup(folder.path()).list(list).build()) {
      List<Integer> expected = IntStream.range(0, (int) lineup.channels().size()).boxed()
          .filter(index -> reference.test(channel(lineup, index))).toList();
      for (LineupSearch search : List.of(new LineupSearch(lineup), new LineupSearch(lineup, workers, 2))) {
        var told = new Told();
        search.run(query, told);
        assertThat(told.indexes).as("%s in %s", query, list).isEqualTo(expected);
        assertThat(told.lookedAt).isEqualTo(lineup.channels().size());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static Channel channel(Lineup lineup, int index) {
    try {
      return lineup.channels().read(index, 1).getFirst().channel();
    } catch (PipelineException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  @Label("as many channels are found in a group as its count says")
  void counts(@ForAll("lists") String list) throws Exception {
    try (var folder = new TestFolder(); Lineup lineup = new TestLineup(folder.path()).list(list).build()) {
      for (var group : lineup.groups().entrySet()) {
        var told = new Told();
        new LineupSearch(lineup).run(LineupQuery.of("", Optional.of(group.getKey())), told);
        assertThat(told.indexes).as("`%s` in %s", group.getKey(), list).hasSize(group.getValue().intValue());
      }
    }
  }

  @Provide
  Arbitrary<String> lists() {
    Arbitrary<String> texts = Arbitraries.of("a", "B", "News", "new;B", "Спорт", "É", "ſ", "50%", "x\\y", " ", "",
        "(HD)", "A ; News")
        .list().ofMaxSize(3).map(parts -> String.join("", parts));
    Arbitrary<String> entry = Combinators.combine(texts, texts, texts)
        .as((name, group, id) -> "#EXTINF:-1 tvg-id=\"" + id + "\" group-title=\"" + group + "\",n" + name
            + "\nhttp://h/a\n");
    return entry.list().ofMinSize(1).ofMaxSize(600).map(entries -> "#EXTM3U\n" + String.join("", entries));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("a", "b", "NEWS", "new", "спорт", "é", "s", "%", "\\", "(HD)", "\"", "not", "nb").list()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<Optional<String>> groups() {
    return Arbitraries.of("", "a", "B", "News", "new;B", "\"", "x\\y").optional();
  }

  @Example
  @Label("what begins like an expression is one, or a mistake with its place; all else is words")
  void mistakes() {
    for (String wrong : List.of("channel_name", "channel_name conta", "channel_name contains \"a", "NOT (tvg_id",
        "attr(\"x", "(group_title ~ \"a\")")) {
      assertThat(PlainWords.isExpression(wrong)).as(wrong).isTrue();
      assertThatThrownBy(() -> LineupQuery.of(wrong, Optional.empty())).as(wrong)
          .isInstanceOf(RuleSyntaxException.class);
    }
    for (String words : List.of("", "  ", "not", "(", "(HD", "channel name", "channel_names", "attr",
        "set channel_name = \"a\"", "x channel_name")) {
      assertThat(PlainWords.isExpression(words)).as(words).isFalse();
      LineupQuery.of(words, Optional.empty());
    }
  }

  @Example
  @Label("nothing typed finds everything, and a quote or backslash is a letter like any other")
  void plain() throws Exception {
    try (var folder = new TestFolder();
        Lineup lineup = new TestLineup(folder.path())
            .list("#EXTM3U\n#EXTINF:-1,A \"B\" \\n\nhttp://h/a\n#EXTINF:-1,C\nhttp://h/c\n").build()) {
      assertThat(found(lineup, "")).containsExactly(0, 1);
      assertThat(found(lineup, "\"b\"")).containsExactly(0);
      assertThat(found(lineup, "\\")).containsExactly(0);
    }
  }

  private static List<Integer> found(Lineup lineup, String text) throws Exception {
    var told = new Told();
    new LineupSearch(lineup).run(LineupQuery.of(text, Optional.empty()), told);
    return told.indexes;
  }

  @Example
  @Label("what is found is told while the search goes on, and an interrupt ends it there")
  void interrupted() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try (var folder = new TestFolder(); Lineup lineup = many(folder)) {
      for (LineupSearch search : List.of(new LineupSearch(lineup), new LineupSearch(lineup, workers, 2))) {
        long[] lookedAt = new long[1];
        Throwable end = catchThrowable(() -> search.run(LineupQuery.of("x", Optional.empty()), (_, now) -> {
          lookedAt[0] = now;
          Thread.currentThread().interrupt();
        }));
        assertThat(end).isInstanceOf(InterruptedException.class);
        assertThat(lookedAt[0]).isPositive().isLessThan(MANY / 2);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  @Example
  @Label("a lineup that is closed while it is searched is searched to its end")
  void closedWhileSearched() throws Exception {
    try (var folder = new TestFolder()) {
      Lineup lineup = many(folder);
      var told = new Told();
      new LineupSearch(lineup).run(LineupQuery.of("x", Optional.empty()), (indexes, now) -> {
        lineup.close();
        told.found(indexes, now);
      });
      assertThat(told.indexes).hasSize(MANY);
      assertThatThrownBy(() -> new LineupSearch(lineup).run(LineupQuery.of("x", Optional.empty()), told))
          .isInstanceOf(PipelineException.class);
    }
  }

  @Example
  @Label("a pattern that runs away ends the search in words")
  void runaway() throws Exception {
    try (var folder = new TestFolder();
        Lineup lineup = new TestLineup(folder.path())
            .list("#EXTM3U\n#EXTINF:-1," + "a".repeat(5_000) + "!\nhttp://h/a\n").build()) {
      assertThatThrownBy(() -> found(lineup, "channel_name matches \"^(a|a)*(a|a)*\\\\1?b$\""))
          .isInstanceOfSatisfying(PipelineException.class, e -> assertThat(e.subject()).isEqualTo("rule"));
    }
  }

  private static Lineup many(TestFolder folder) throws Exception {
    return new TestLineup(folder.path()).list("#EXTM3U\n" + "#EXTINF:-1,x\nhttp://h/x\n".repeat(MANY)).build();
  }
}

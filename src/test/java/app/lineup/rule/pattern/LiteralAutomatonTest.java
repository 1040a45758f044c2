package app.lineup.rule.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// One pass finds what looking for each text alone finds.
final class LiteralAutomatonTest {

  @Provide
  Arbitrary<String> literals() {
    return Arbitraries.of("a", "b", "ab", "ba", "hd", "f", " ", "+1", "k", "s").list().ofMinSize(1).ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "B", "ab", "BA", "hd", "HD", "F", " ", "+1", "é", "😀", "k").list().ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 2_000)
  void findsEach(@ForAll("texts") String text, @ForAll List<@net.jqwik.api.From("literals") String> literals) {
    var builder = new LiteralAutomaton.Builder(literals.stream().map(LiteralAutomatonTest::ascii).toList());
    for (int i = 0; i < literals.size(); i++) {
      assertThat(builder.add(List.of(new LiteralAutomaton.Literal(ascii(literals.get(i)), i)))).isTrue();
    }
    LiteralAutomaton automaton = builder.build();
    byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
    long[] found = new long[automaton.words()];
    automaton.find(bytes, 1, bytes.length - 1, found, 0);
    List<Boolean> answers = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      answers.add(((found[i / 64] >>> i) & 1) != 0);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    assertThat(answers).isEqualTo(literals.stream().map(lower::contains).toList());
  }

  @Test
  void aFullTableTakesNoMore() {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      all.add(ascii("channel number " + i));
    }
    var builder = new LiteralAutomaton.Builder(all);
    int taken = 0;
    while (builder.add(List.of(new LiteralAutomaton.Literal(all.get(taken), taken)))) {
      taken++;
    }
    LiteralAutomaton automaton = builder.build();
    long[] found = new long[automaton.words()];
    byte[] last = ascii("the Channel Number " + (taken - 1) + " is here");
    automaton.find(last, 0, last.length, found, 0);
    assertThat(taken).isBetween(1_000, all.size());
    assertThat(((found[(taken - 1) / 64] >>> (taken - 1)) & 1) != 0).isTrue();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

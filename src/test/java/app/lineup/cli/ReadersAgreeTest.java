package app.lineup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The law that lets [PlainReader] exist: what it understands, picocli understands the same way.
final class ReadersAgreeTest {

  @Property(tries = 2000)
  void whatThePlainReaderUnderstandsPicocliUnderstandsTheSameWay(@ForAll("commandLines") List<String> words)
      throws UsageException {
    String[] typed = words.toArray(String[]::new);
    Call plain = PlainReader.read(typed);
    if (plain != null) {
      assertThat(new PicocliReader().read("", typed)).isEqualTo(new Reading.OfCall(plain));
    }
  }

  @Provide
  Arbitrary<List<String>> commandLines() {
    List<String> words = new ArrayList<>(List.of("-", "--", "", "a.m3u", "http://host/a?b=c", "@file", "'quoted'",
        "\"a b\"", "channel_name contains \"x\"", "-x", "--nothing",
        "-oout", "-o=out", "-qo", "--json=true", "-h", "--help", "--version",
        "${x}", "a,b", "x=y", "build", "check"));
    for (Option option : Option.values()) {
      words.addAll(option.names());
      words.add(option.names().getLast() + "=value");
      words.add(option.names().getLast() + "=");
    }
    Arbitrary<String> verb = Arbitraries.of(Stream.of(Verb.values()).map(Verb::word).toList());
    Arbitrary<List<String>> rest = Arbitraries.of(words).list().ofMaxSize(7);
    return verb.flatMap(first -> rest.map(others -> Stream.concat(Stream.of(first), others.stream()).toList()));
  }

  @Test
  void thePlainReaderUnderstandsOrdinaryCommands() {
    assertThat(PlainReader.read("build", "a", "-o", "b", "--map", "x", "--map=y", "--json")).isNotNull();
    assertThat(PlainReader.read("check", "-")).isNotNull();
    assertThat(PlainReader.read("completion")).isNotNull();
    assertThat(PlainReader.read()).isNull();
    assertThat(PlainReader.read("build", "--help")).isNull();
  }
}

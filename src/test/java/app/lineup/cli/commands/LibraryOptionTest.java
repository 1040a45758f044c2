package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.LibrarySource.Place;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.model.Filter;
import app.lineup.model.Location;
import app.lineup.model.Numbering;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a library says counts where nothing else is typed.
final class LibraryOptionTest {

  @TempDir
  private Path folder;
  private final Session session = new Session();

  @BeforeEach
  void fill() {
    session.library = new Library(3, List.of(new LibrarySource(1, "Mine", Place.FILE, "/lists/mine.m3u", true)),
        List.of(new RuleRow(2, RuleKind.RULE, "REMOVE", false),
            new RuleRow(3, RuleKind.EXCLUDE, "tvg_id is_empty", true)),
        Map.of(Setting.NUMBERS, "FROM", Setting.FIRST_NUMBER, "100", Setting.SEQUENCE, "NAMES", Setting.SEPARATORS,
            "HIDE"), 0, 4);
  }

  @Test
  void aBuildIsWhatTheWindowWouldMake() {
    assertThat(session.run("build", "--library", folder.toString(), "-o", "out.m3u")).isZero();
    assertThat(session.plan.sources()).extracting(Source::name).containsExactly("Mine");
    assertThat(session.plan.rules()).containsExactly(new Rule("REMOVE", false));
    assertThat(session.plan.filters()).containsExactly(new Filter(Filter.Mode.EXCLUDE, "tvg_id is_empty", true));
    assertThat(session.plan.numbering()).isEqualTo(new Numbering.From(100));
    assertThat(session.plan.order()).hasToString("name");
    assertThat(session.plan.separators()).isEqualTo(SeparatorPolicy.HIDE);
    assertThat(session.plan.durable()).isTrue();
  }

  @Test
  void whatIsTypedGoesBefore() {
    assertThat(session.run("build", "other.m3u", "--library", folder.toString(), "-o", "out.m3u", "--map",
        "SET tvg_id = \"1\"",
        "--numbers", "keep", "--sort", "group", "--separators", "keep")).isZero();
    assertThat(session.plan.sources().getFirst().location()).isEqualTo(new Location.OfFile(Path.of("other.m3u")));
    assertThat(session.plan.rules()).containsExactly(new Rule("REMOVE", false), new Rule("SET tvg_id = \"1\"", true));
    assertThat(session.plan.numbering()).isEqualTo(new Numbering.Keep());
    assertThat(session.plan.order()).hasToString("group");
    assertThat(session.plan.separators()).isEqualTo(SeparatorPolicy.KEEP);
  }

  @Test
  void itsAddressesAreFetchedAsTypedAndItsFilesAreNot() {
    session.library = new Library(3, List.of(new LibrarySource(1, "Mine", Place.FILE, "/lists/mine.m3u", true),
        new LibrarySource(2, "Theirs", Place.URL, "http://host/list", true)), List.of(), Map.of(), 0, 4);
    assertThat(session.run("build", "--library", folder.toString(), "-o", "out.m3u", "--user-agent", "VLC/3")).isZero();
    assertThat(session.plan.sources()).extracting(source -> source.fetching().header("User-Agent"))
        .containsExactly(Optional.empty(), Optional.of("VLC/3"));
  }

  @Test
  void keptNumbersAreReadFromACopyThatGoes() throws Exception {
    Path numbers = Files.writeString(folder.resolve("numbers"), "numbers");
    assertThat(session.run("build", "--library", folder.toString(), "-o", "out.m3u", "--numbers", "none")).isZero();
    Path copy = session.plan.numbers().orElseThrow();
    assertThat(copy).isNotEqualTo(numbers).doesNotExist();
    assertThat(numbers).hasContent("numbers");
  }

  @Test
  void aLibraryThatCannotBeUsedSaysWhy() {
    session.library = new Library(0, List.of(), List.of(), Map.of(), 0, 1);
    assertThat(session.run("build", "--library", folder.toString(), "-o", "out.m3u")).isEqualTo(2);
    assertThat(session.err()).contains("no list that is switched on");
    session.library = new Library(0, List.of(), List.of(), Map.of(Setting.NUMBERS, "RANGES"), 0, 1);
    assertThat(session.run("build", "x.m3u", "--library", folder.toString(), "-o", "out.m3u")).isEqualTo(2);
    assertThat(session.err()).contains("numbers its channels cannot be understood");
  }
}

package app.lineup.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever code, tests and pages refer to is in the repository.
final class ReferencesTest {

  private static final Path ROOT = Path.of("");
  private static final Path DECISIONS = Path.of("src", "docs", "decisions");

  /// Pages that are not in the repository. Their names are put together here, so that this file does not hold them.
  private static final Pattern ELSEWHERE = Pattern.compile(
      "\\b(?:INPU" + "TS|DESI" + "GN|HOU" + "SE|EDIT" + "ING|TRU" + "ST)\\b|\\b[Tt]he orig" + "inal\\b");
  private static final Pattern DECISION =
      Pattern.compile("\\bdecisions? (\\d+(?:(?:, | and |, and )\\d+)*)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGE = Pattern.compile("\\bsrc/(?:docs|bench)/[\\w./-]+\\.(?:md|sh)\\b");
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]\\w*\\.)+[A-Z]\\w*)(?:\\.[a-z]\\w*)?`");

  private List<RepositoryText> texts;
  private Catalogue catalogue;

  @TempDir
  private Path folder;

  @BeforeEach
  void read() throws IOException {
    texts = RepositoryText.all();
    catalogue = Catalogue.of(Files.readString(Path.of("src", "docs", "oddities.md")));
  }

  @Test
  void theCatalogueIsInOrder() {
    assertThat(catalogue.rows()).hasSizeGreaterThan(100);
    assertThat(catalogue.problems()).isEmpty();
  }

  @Test
  void eachIdIsInTheCatalogue() {
    List<String> lost = new ArrayList<>();
    for (RepositoryText text : texts) {
      if (!text.path().startsWith("src/test/java/app/lineup/docs/")) {
        catalogue.unknown(Catalogue.named(text.text())).forEach(id -> lost.add(text.path() + ": " + id));
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void eachRowThatIsHandledIsNamedByATest() {
    assertThat(catalogue.untested(named(RepositoryText::isTest)))
        .as("handled, as the catalogue says, and named by no test").isEmpty();
  }

  @Test
  void eachLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (RepositoryText text : texts) {
      if (text.isPage()) {
        broken.addAll(Links.broken(text, ROOT));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void noPageIsElsewhere() {
    assertThat(found(ELSEWHERE, text -> true, name -> true)).isEmpty();
  }

  @Test
  void eachPageThatIsNamedIsThere() {
    assertThat(found(PAGE, text -> true, name -> !Files.exists(Path.of(name)))).isEmpty();
  }

  @Test
  void eachDecisionIsThere() throws IOException {
    Set<String> there = numbers();
    assertThat(there).hasSizeGreaterThan(30);
    assertThat(
        found(DECISION, text -> true,
            names -> !there.containsAll(List.of(names.replaceAll("\\D+", " ").strip().split(" ")))))
        .isEmpty();
    String index = Files.readString(DECISIONS.resolve("README.md"));
    assertThat(there).allSatisfy(number -> assertThat(index).contains("\n| " + number + " | ["));
  }

  @Test
  void eachClassThatAPageNamesIsThere() {
    assertThat(found(CLASS, text -> text.isPage() && !text.path().contains("/decisions/"), name -> !isClass(name)))
        .isEmpty();
  }

  @Test
  void whatIsWrongIsFound() throws IOException {
    Catalogue wrong = Catalogue.of(
        "| M3U-1 | a | b | yes |\n| XMLTV-1 | a \\| b | c | maybe |\n| M3U-2 | a | b | later |\n");
    assertThat(wrong.problems()).containsExactly(
        "XMLTV-1: the number is used twice", "XMLTV-1: done is «maybe», and should be one of [later, part, yes]");
    assertThat(wrong.unknown(Catalogue.named("M3U-1, M3U-10 and XM3U-3"))).containsExactly("M3U-10");
    assertThat(wrong.untested(Set.of("M3U-1"))).containsExactly("XMLTV-1");

    Files.writeString(folder.resolve("a.md"), "# One `two`, three\n");
    var page = new RepositoryText("b.md",
        "[x](a.md) [x](a.md#one-two-three) [x](a.md#four) [x](c.md) [x](#here) [x](https://h/) "
            + "`[x](d.md)`\n\n## Here\n");
    assertThat(Links.broken(page, folder)).containsExactly("b.md: a.md#four", "b.md: c.md");

    assertThat(ELSEWHERE.matcher("as " + "TRU" + "ST T1 says").find()).isTrue();
  }

  private Set<String> named(Predicate<RepositoryText> where) {
    Set<String> ids = new TreeSet<>();
    texts.stream().filter(where).forEach(text -> ids.addAll(Catalogue.named(text.text())));
    return ids;
  }

  /// Where the pattern's first group (or all of it) is something that is wrong.
  private List<String> found(Pattern pattern, Predicate<RepositoryText> where, Predicate<String> wrong) {
    List<String> found = new ArrayList<>();
    for (RepositoryText text : texts) {
      if (where.test(text)) {
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
          String name = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
          if (wrong.test(name)) {
            found.add(text.path() + ": " + name);
          }
        }
      }
    }
    return found;
  }

  private static Set<String> numbers() throws IOException {
    Set<String> numbers = new TreeSet<>();
    try (var files = Files.list(DECISIONS)) {
      files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d{4}-.*\\.md"))
          .forEach(name -> numbers.add(String.valueOf(Integer.parseInt(name.substring(0, 4)))));
    }
    return numbers;
  }

  private boolean isClass(String name) {
    String end = "/" + name.replace('.', '/') + ".java";
    return texts.stream().anyMatch(text -> text.path().endsWith(end));
  }
}

package app.lineup.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The style that `.editorconfig` describes, in all our Java. It needs no formatter, and so runs on every JDK.
final class StyleTest {

  private static final int COLUMNS = 120;
  private static final String IMPORT = "import ";
  private static final String STATIC = "import static ";

  @Test
  void javaIsInStyle() throws IOException {
    List<String> wrong = new ArrayList<>();
    int files = 0;
    for (RepositoryText text : RepositoryText.all()) {
      if (text.path().endsWith(".java")) {
        files++;
        wrong.addAll(wrong(text));
      }
    }
    assertThat(files).isGreaterThan(1000);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsOutOfStyleIsFound() {
    assertThat(wrong(new RepositoryText("A.java", "import b.C;\nimport b.B;\nimport static a.a;\n\tint a; \n\n")))
        .containsExactly("A.java: imports are out of order", "A.java: one line end belongs at the end",
            "A.java:4: a tab",
            "A.java:4: blanks at the end");
    assertThat(wrong(new RepositoryText("A.java", "x".repeat(COLUMNS) + "\n" + "x".repeat(COLUMNS + 1))))
        .containsExactly("A.java: one line end belongs at the end", "A.java:2: 121 columns");
    assertThat(wrong(new RepositoryText("A.java", "\"\"\"\n" + "x".repeat(COLUMNS + 1) + "\n\"\"\"\nint a;\n")))
        .isEmpty();
  }

  private static List<String> wrong(RepositoryText java) {
    List<String> wrong = new ArrayList<>();
    if (!inOrder(java.text())) {
      wrong.add(java.path() + ": imports are out of order");
    }
    if (!java.text().endsWith("\n") || java.text().endsWith("\n\n")) {
      wrong.add(java.path() + ": one line end belongs at the end");
    }
    boolean quoted = false;
    int number = 0;
    for (String line : java.text().split("\n", -1)) {
      String here = java.path() + ":" + ++number + ": ";
      // What stands in a text block is as long as it has to be.
      int columns = quoted ? 0 : line.codePointCount(0, line.length());
      if (columns > COLUMNS) {
        wrong.add(here + columns + " columns");
      }
      if (line.indexOf('\t') >= 0) {
        wrong.add(here + "a tab");
      }
      if (!line.equals(line.stripTrailing())) {
        wrong.add(here + "blanks at the end");
      }
      quoted ^= line.split("\"\"\"", -1).length % 2 == 0;
    }
    return wrong;
  }

  /// First what is static, then the rest, each in the order of its letters.
  private static boolean inOrder(String java) {
    List<String> imports = java.lines().filter(line -> line.startsWith(IMPORT)).map(line -> line.replace(";", ""))
        .toList();
    List<String> sorted = new ArrayList<>(imports.stream().filter(line -> line.startsWith(STATIC)).sorted().toList());
    imports.stream().filter(line -> !line.startsWith(STATIC)).sorted().forEach(sorted::add);
    return imports.equals(sorted);
  }
}

package app.lineup.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.library.file.KeptRule.Kind;
import app.lineup.library.file.KeptSource.Place;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriteBehindTest {

  @TempDir
  private Path folder;

  private final List<Runnable> later = new ArrayList<>();
  private final List<LibraryException> failures = new ArrayList<>();
  private Library library;
  private WriteBehind writes;

  @BeforeEach
  void open() throws LibraryException {
    library = Library.open(folder, false);
    writes = new WriteBehind(library, later::add, failures::add);
  }

  @AfterEach
  void close() throws LibraryException {
    library.close();
  }

  private Kept written() throws LibraryException {
    library.close();
    try (Library again = Library.open(folder, false)) {
      return again.kept();
    }
  }

  private static List<KeptRule> rule(String text) {
    return List.of(new KeptRule(Kind.RULE, text, true));
  }

  @Test
  void nothingIsWrittenBeforeItsTime() throws LibraryException {
    writes.rules(rule("a"));
    assertThat(written().rules()).isEmpty();
  }

  @Test
  void whileOneWriteWaitsTheNewestStateWins() throws LibraryException {
    writes.rules(rule("a"));
    writes.preference("room", "RUN");
    writes.rules(rule("ab"));
    writes.sources(List.of(new KeptSource("s", Place.SAMPLE, "")));
    writes.rules(rule("abc"));
    writes.preference("room", "RULES");
    assertThat(later).hasSize(1);
    later.removeFirst().run();
    Kept kept = written();
    assertThat(kept.rules()).isEqualTo(rule("abc"));
    assertThat(kept.sources()).hasSize(1);
    assertThat(kept.preferences()).containsEntry("room", "RULES");
    assertThat(failures).isEmpty();
  }

  @Test
  void whatComesAfterAWriteIsWrittenByTheNext() throws LibraryException {
    writes.rules(rule("a"));
    later.removeFirst().run();
    writes.rules(rule("b"));
    assertThat(later).hasSize(1);
    later.removeFirst().run();
    assertThat(written().rules()).isEqualTo(rule("b"));
  }

  @Test
  void closingWritesWhatWaits() throws LibraryException {
    writes.rules(rule("a"));
    writes.flush();
    assertThat(written().rules()).isEqualTo(rule("a"));
    later.removeFirst().run();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatCouldNotBeWrittenIsTriedAgainWithTheNextChange() throws LibraryException, SQLException {
    writes.preference("room", "RUN");
    writes.rules(rule("a"));
    beside("ALTER TABLE rule RENAME TO away");
    later.removeFirst().run();
    assertThat(failures).hasSize(1);
    beside("ALTER TABLE away RENAME TO rule");
    writes.rules(rule("ab"));
    later.removeFirst().run();
    assertThat(failures).hasSize(1);
    Kept kept = written();
    assertThat(kept.rules()).isEqualTo(rule("ab"));
    assertThat(kept.preferences()).containsEntry("room", "RUN");
  }

  private void beside(String sql) throws SQLException {
    try (var second = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("library"));
        var statement = second.createStatement()) {
      statement.execute(sql);
    }
  }
}

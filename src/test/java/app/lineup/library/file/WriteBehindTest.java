package app.lineup.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.library.Batch;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.RuleRow;
import app.lineup.model.RuleKind;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriteBehindTest {

  @TempDir
  private Path folder;

  private final List<Runnable> soon = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final List<@Nullable LibraryException> told = new ArrayList<>();
  private LibraryFile file;
  private WriteBehind writes;

  @BeforeEach
  void open() throws LibraryException {
    file = LibraryFile.open(folder, false);
    writes = new WriteBehind(file, soon::add, later::add, told::add);
  }

  @AfterEach
  void close() throws LibraryException {
    file.close();
  }

  private Opened written() throws LibraryException {
    file.close();
    try (LibraryFile again = LibraryFile.open(folder, false)) {
      return again.opened();
    }
  }

  private static Library library(String text) {
    return new Library(1, List.of(), List.of(new RuleRow(1, RuleKind.RULE, text, true)), Map.of(), 0, 2);
  }

  private static Batch batch(long id) {
    return new Batch(id, Instant.EPOCH, Label.of("x"), List.of(), OptionalLong.empty());
  }

  @Test
  void nothingIsWrittenBeforeItsTime() throws LibraryException {
    writes.keep(library("a"), List.of(), List.of());
    assertThat(written().library().rules()).isEmpty();
  }

  @Test
  void whileOneWriteWaitsTheNewestStateWinsAndEveryBatchIsKept() throws LibraryException {
    writes.keep(library("a"), List.of(batch(1)), List.of());
    writes.note("room", "RUN");
    writes.keep(library("abc"), List.of(batch(2)), List.of());
    writes.note("room", "RULES");
    assertThat(soon).hasSize(1);
    soon.removeFirst().run();
    Opened kept = written();
    assertThat(kept.library()).isEqualTo(library("abc"));
    assertThat(kept.history().batches()).containsExactly(batch(1), batch(2));
    assertThat(kept.notes()).containsEntry("room", "RULES");
    assertThat(told).isEmpty();
  }

  @Test
  void whatFailsIsSaidAndTriedAgainUntilItSucceeds() throws LibraryException, SQLException {
    beside("ALTER TABLE rule RENAME TO away");
    writes.keep(library("a"), List.of(batch(1)), List.of());
    soon.removeFirst().run();
    writes.note("room", "RUN");
    assertThat(soon).as("what comes meanwhile waits for the next attempt").isEmpty();
    assertThat(told).hasSize(1).doesNotContainNull();
    later.removeFirst().run();
    assertThat(told).hasSize(2).doesNotContainNull();
    beside("ALTER TABLE away RENAME TO rule");
    later.removeFirst().run();
    assertThat(told).hasSize(3).last().isNull();
    assertThat(later).isEmpty();
    Opened kept = written();
    assertThat(kept.library()).isEqualTo(library("a"));
    assertThat(kept.history().batches()).containsExactly(batch(1));
    assertThat(kept.notes()).containsEntry("room", "RUN");
  }

  /// Does something to the database: within one process there may be a second connection.
  private void beside(String sql) throws SQLException {
    try (var second = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("library"));
        var statement = second.createStatement()) {
      statement.execute(sql);
    }
  }
}

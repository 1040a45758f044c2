package app.lineup.library.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.library.Batch;
import app.lineup.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whenever a program is killed, its library holds every change that was said to be kept, and at most the one after it.
final class KilledTest {

  private static final int KILLS = 8;

  @TempDir
  private Path folder;
  @TempDir
  private Path outside;

  private Opened opened() throws LibraryException {
    try (LibraryFile file = LibraryFile.open(folder, false)) {
      return file.opened();
    }
  }

  @Test
  void whatWasKeptIsThere() throws Exception {
    var random = new Random(5);
    long kept = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path said = outside.resolve("said-" + kill);
      Process process = ChangingProcess.start(folder, said);
      long enough = kept + 2 + random.nextInt(6);
      while (number(said) < enough) {
        assertThat(process.isAlive()).as(() -> "it ended: " + said).isTrue();
        Thread.onSpinWait();
      }
      process.destroyForcibly().waitFor();
      kept = number(said);
      Opened now = opened();
      long version = now.library().version();
      assertThat(version).isBetween(kept, kept + 1);
      assertThat(now.library()).isEqualTo(ChangingProcess.library(version));
      assertThat(now.history().batches()).extracting(Batch::id)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, version).boxed().toList());
      kept = version;
    }
  }

  /// The last version that was said to be kept in a whole line.
  private static long number(Path said) throws IOException {
    String text = Files.readString(said);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    return whole.isEmpty() ? 0 : Long.parseLong(whole.substring(whole.lastIndexOf("kept ") + "kept ".length()).strip());
  }

  @Test
  void aFirstStartThatWasKilledIsNoDamage() throws Exception {
    var random = new Random(6);
    for (int kill = 0; kill < KILLS; kill++) {
      Path fresh = Files.createDirectory(folder.resolve("first-" + kill));
      Process process = ChangingProcess.start(fresh, outside.resolve("first-" + kill));
      awaitSome(fresh, random.nextInt(3));
      process.destroyForcibly().waitFor();
      try (LibraryFile file = LibraryFile.open(fresh, false)) {
        Library found = file.opened().library();
        assertThat(found.version() == 0 ? found : ChangingProcess.library(found.version())).isEqualTo(found);
      }
    }
  }

  /// Waits until the first start has come so far: its lock, its unfinished file, its library.
  private static void awaitSome(Path folder, int stage) throws IOException {
    String name = new String[] {"library.lock", "library.new.mv.db", "library.mv.db"}[stage];
    while (Files.notExists(folder.resolve(name)) && Files.notExists(folder.resolve("library.mv.db"))) {
      Thread.onSpinWait();
    }
  }
}

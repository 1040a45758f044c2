package app.lineup.pipeline.logo.cache;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.files.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogoCacheTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SECRET = "http://h/logo.png?username=me&password=hunter2";

  @TempDir
  private Path folder;

  private LogoCache open(long maxBytes) throws IOException {
    return LogoCache.open(folder.resolve("logos"), maxBytes, () -> NOW);
  }

  private static byte[] picture(int size, int seed) {
    byte[] picture = new byte[size];
    picture[0] = (byte) seed;
    return picture;
  }

  private static void keep(LogoCache cache, String address, byte[] picture) throws IOException {
    cache.keep(Digest.of(address), picture, PictureType.PNG, Optional.of("\"tag\" x"), Optional.empty());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("logos"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasKeptIsThereAfterReopening() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, "a", picture(10, 1));
      cache.fail(Digest.of("b"), NOW.plusSeconds(60));
    }
    try (LogoCache cache = open(1000)) {
      LogoNote a = cache.note(Digest.of("a")).orElseThrow();
      assertThat(cache.read(Digest.of("a"))).hasValue(picture(10, 1));
      assertThat(a.etag()).hasValue("\"tag\" x");
      assertThat(a.askedAt()).isEqualTo(NOW);
      assertThat(a.hasFailed(NOW)).isFalse();
      LogoNote b = cache.note(Digest.of("b")).orElseThrow();
      assertThat(b.hasFailed(NOW.plusSeconds(59))).isTrue();
      assertThat(b.hasFailed(NOW.plusSeconds(60))).isFalse();
      assertThat(cache.note(Digest.of("c"))).isEmpty();
    }
  }

  /// What a killed program leaves: nothing was closed, a part is left, the last line is cut.
  @Test
  void aKilledProgramCostsAtMostItsLastNote() throws IOException {
    LogoCache killed = open(1000);
    keep(killed, "a", picture(10, 1));
    keep(killed, "b", picture(20, 2));
    Path notes = folder.resolve("logos/notes");
    Files.writeString(notes, Files.readString(notes).stripTrailing()
        .substring(0, Files.readString(notes).length() - 9));
    String start = ".lineup-" + HexFormat.of().toHexDigits("notes".hashCode());
    Files.write(folder.resolve("logos").resolve(start + "-1.part"), picture(5, 5));
    try (LogoCache cache = open(1000)) {
      assertThat(cache.note(Digest.of("a"))).isPresent();
      assertThat(cache.note(Digest.of("b"))).isEmpty();
      assertThat(cache.bytes()).isEqualTo(10);
    }
    assertThat(names()).hasSize(2).contains("notes").noneMatch(name -> name.endsWith(".part"));
    assertThat(Files.readAllLines(notes)).hasSize(2).last().isEqualTo("end");
  }

  @Test
  void damageIsPassedOverAndSwept() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, "a", picture(10, 1));
      keep(cache, "b", picture(20, 2));
    }
    Files.write(folder.resolve("logos/notes"), new byte[] {'x', (byte) 0xFF, 0, '\n'}, StandardOpenOption.APPEND);
    Files.write(folder.resolve("logos/" + Digest.of(picture(20, 2)).hex() + ".logo"), picture(19, 2));
    Files.write(folder.resolve("logos/" + Digest.of("nobody's").hex() + ".logo"), picture(7, 7));
    try (LogoCache cache = open(1000)) {
      assertThat(cache.note(Digest.of("a"))).isPresent();
      assertThat(cache.note(Digest.of("b"))).isEmpty();
    }
    assertThat(names()).containsExactly(Digest.of(picture(10, 1)).hex() + ".logo", "notes");
    assertThat(Files.readAllLines(folder.resolve("logos/notes"))).hasSize(2);
  }

  @Test
  void whatWasUsedLongestAgoGoesFirst() throws IOException {
    try (LogoCache cache = open(100)) {
      keep(cache, "a", picture(40, 1));
      keep(cache, "b", picture(40, 2));
      cache.note(Digest.of("a"));
      keep(cache, "c", picture(40, 3));
      assertThat(cache.note(Digest.of("b"))).isEmpty();
      assertThat(cache.note(Digest.of("a"))).isPresent();
      assertThat(cache.bytes()).isEqualTo(80);
      assertThat(cache.keep(Digest.of("d"), picture(101, 4), PictureType.PNG, Optional.empty(), Optional.empty()))
          .isFalse();
    }
    assertThat(new LogoFolder(folder.resolve("logos")).bytes()).isEqualTo(80);
    // The order outlives the program: c was kept before a was looked at last.
    try (LogoCache cache = open(40)) {
      assertThat(cache.note(Digest.of("c"))).isEmpty();
      assertThat(cache.note(Digest.of("a"))).isPresent();
    }
  }

  @Test
  void aSharedPictureIsKeptOnceAndGoesWithItsLastAddress() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, "a", picture(40, 1));
      keep(cache, "b", picture(40, 1));
      assertThat(cache.bytes()).isEqualTo(40);
      keep(cache, "a", picture(30, 2));
      assertThat(cache.bytes()).isEqualTo(70);
      keep(cache, "b", picture(30, 2));
      assertThat(cache.bytes()).isEqualTo(30);
      assertThat(names()).hasSize(2);
    }
  }

  @Test
  void aFailureLeavesThePictureFromBefore() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, "a", picture(40, 1));
      cache.fail(Digest.of("a"), NOW.plusSeconds(60));
      LogoNote note = cache.note(Digest.of("a")).orElseThrow();
      assertThat(note.picture()).isPresent();
      assertThat(note.hasFailed(NOW)).isTrue();
      cache.confirm(note);
      assertThat(cache.note(Digest.of("a")).orElseThrow().hasFailed(NOW)).isFalse();
    }
  }

  @Test
  void nothingThatCanBeReadIsStoredAndNobodyElseReadsIt() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, SECRET, picture(40, 1));
    }
    for (String name : names()) {
      Path file = folder.resolve("logos").resolve(name);
      assertThat(name).doesNotContain("hunter2");
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("hunter2", "http");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("logos"))))
        .isEqualTo("rwx------");
  }

  @Test
  void manyThreadsKeepAtOnce() throws Exception {
    try (LogoCache cache = open(2000); var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int n = i;
        all.add(threads.submit(() -> {
          keep(cache, "address " + n, picture(10 + n % 7, n % 50));
          cache.note(Digest.of("address " + n / 2));
          return null;
        }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertThat(cache.bytes()).isBetween(1L, 2000L);
    }
    long kept = new LogoFolder(folder.resolve("logos")).bytes();
    try (LogoCache again = open(2000)) {
      assertThat(again.bytes()).isBetween(1L, 2000L).isLessThanOrEqualTo(kept);
      assertThat(new LogoFolder(folder.resolve("logos")).bytes()).isEqualTo(again.bytes());
    }
  }

  @Test
  void clearingLeavesWhatIsNotItsOwn() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, "a", picture(40, 1));
    }
    Files.writeString(folder.resolve("logos/holiday.png"), "mine");
    var cleared = new LogoFolder(folder.resolve("logos"));
    cleared.clear();
    assertThat(cleared.bytes()).isZero();
    assertThat(names()).containsExactly("holiday.png");
    assertThat(new LogoFolder(folder.resolve("nowhere")).bytes()).isZero();
  }

  /// After a power failure a file may be short though the program that wrote it had ended in order.
  @Test
  void aDamagedPictureIsForgottenWhenItIsRead() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, "a", picture(10, 1));
      keep(cache, "b", picture(10, 1));
      keep(cache, "c", picture(20, 2));
    }
    Path file = folder.resolve("logos/" + Digest.of(picture(10, 1)).hex() + ".logo");
    Files.write(file, new byte[0]);
    try (LogoCache cache = open(1000)) {
      assertThat(cache.read(Digest.of("a"))).isEmpty();
      assertThat(cache.note(Digest.of("a"))).isEmpty();
      assertThat(cache.note(Digest.of("b"))).isEmpty();
      assertThat(cache.read(Digest.of("c"))).hasValue(picture(20, 2));
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void whatAKilledProgramLeftShortIsWrittenAgain() throws IOException {
    LogoCache killed = open(1000);
    keep(killed, "a", picture(10, 1));
    Path file = folder.resolve("logos/" + Digest.of(picture(10, 1)).hex() + ".logo");
    Files.write(file, new byte[3]);
    try (LogoCache cache = open(1000)) {
      assertThat(cache.note(Digest.of("a"))).isEmpty();
      Files.write(file, new byte[3]);
      keep(cache, "a", picture(10, 1));
      assertThat(cache.read(Digest.of("a"))).hasValue(picture(10, 1));
    }
  }

  @Test
  void aPictureThatIsGoneIsUnknownAfterReopening() throws IOException {
    try (LogoCache cache = open(1000)) {
      keep(cache, "a", picture(10, 1));
    }
    Files.delete(folder.resolve("logos/" + Digest.of(picture(10, 1)).hex() + ".logo"));
    try (LogoCache cache = open(1000)) {
      assertThat(cache.note(Digest.of("a"))).isEmpty();
      assertThat(cache.bytes()).isZero();
    }
  }
}

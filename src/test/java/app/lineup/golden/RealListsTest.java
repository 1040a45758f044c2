package app.lineup.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whole lists as they are found in the world: `mvn -Plists -Dlineup.lists=DIR test`.
@Tag("lists")
final class RealListsTest {

  @TempDir
  private Path folder;

  @TestFactory
  Stream<DynamicTest> numberingNone() throws IOException {
    return lists().stream().map(file -> dynamicTest("none: " + file.getFileName() + " comes out byte for byte", () -> {
      for (int threads = 1; threads <= 2; threads++) {
        assertThat(new TestRun(folder).file(file).threads(threads).run().bytes()).isEqualTo(Files.readAllBytes(file));
      }
    }));
  }

  @TestFactory
  Stream<DynamicTest> numberingKeep() throws IOException {
    return lists().stream()
        .map(file -> dynamicTest("keep: in " + file.getFileName() + " nothing changes but numbers", () -> {
      byte[] numbered = new TestRun(folder).file(file).keep().run().bytes();
      assertThat(new TestRun(folder).file(file).keep().threads(2).run().bytes()).isEqualTo(numbered);
      List<Channel> before = ListReading.of(folder, Files.readAllBytes(file)).channels();
      List<Channel> after = ListReading.of(folder, numbered).channels();
      assertThat(after).hasSameSizeAs(before).isNotEmpty();
      onlyNumbersChanged(before, after);
    }));
  }

  private static void onlyNumbersChanged(List<Channel> before, List<Channel> after) {
    Set<String> given = new HashSet<>();
    for (int i = 0; i < before.size(); i++) {
      String old = before.get(i).text(KnownField.TVG_CHNO);
      String number = after.get(i).text(KnownField.TVG_CHNO);
      String entry = ListReading.written(before.get(i));
      String numbered = ListReading.written(after.get(i));
      if (number.equals(old)) {
        assertThat(numbered).isEqualTo(entry);
      } else {
        assertThat(numbered.replace(" tvg-chno=\"" + number + "\"", ""))
            .isEqualTo(entry.replace(" tvg-chno=\"" + old + "\"", ""));
      }
      assertThat(number.isEmpty() || given.add(number)).as("%s twice", number).isTrue();
    }
  }

  private static List<Path> lists() throws IOException {
    String folder = System.getProperty("lineup.lists");
    assertThat(folder).as("the folder of the lists: -Dlineup.lists=DIR").isNotNull();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      List<Path> lists = files.filter(file -> file.toString().endsWith(".m3u")).sorted().toList();
      assertThat(lists).as("lists in %s", folder).isNotEmpty();
      return lists;
    }
  }
}

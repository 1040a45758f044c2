package app.lineup.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VersionsTest {

  @TempDir
  private Path folder;
  private Path published;
  private Path kept;
  private Versions versions;

  @BeforeEach
  void makeNames() {
    published = folder.resolve("lineup.m3u");
    kept = folder.resolve("versions");
    versions = new Versions(published);
  }

  private void publish(String content) throws IOException {
    publish(versions, content);
  }

  private void publish(Versions into, String content) throws IOException {
    into.replace(Files.writeString(folder.resolve("new.part"), content), published);
  }

  private List<String> earlier() throws IOException {
    var contents = new ArrayList<String>();
    for (KeptPlaylist version : versions.earlier()) {
      contents.add(Files.readString(version.file()));
    }
    return contents;
  }

  private List<String> filesIn(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theLastThreeAreKept() throws IOException {
    assertThat(versions.published()).isEmpty();
    assertThat(versions.earlier()).isEmpty();
    publish("one");
    assertThat(earlier()).isEmpty();
    assertThat(kept).doesNotExist();
    for (String content : List.of("two", "three", "four", "five")) {
      publish(content);
    }
    assertThat(published).hasContent("five");
    assertThat(earlier()).containsExactly("four", "three", "two");
    assertThat(filesIn(kept)).hasSize(Versions.MOST);
    assertThat(filesIn(folder)).containsExactly("lineup.m3u", "versions");
  }

  @Test
  void aVersionKeepsItsTimeAndCostsNoCopy() throws IOException {
    publish("one");
    KeptPlaylist before = versions.published().orElseThrow();
    Object key = Files.getAttribute(published, "unix:ino");
    publish("two");
    KeptPlaylist after = versions.earlier().getFirst();
    assertThat(after.stamp()).isEqualTo(before.stamp());
    assertThat(Files.getAttribute(after.file(), "unix:ino")).isEqualTo(key);
  }

  @Test
  void theSameBytesPushNothingOut() throws IOException {
    publish("one");
    publish("two");
    publish("two");
    assertThat(earlier()).containsExactly("one");
  }

  @Test
  void anEarlierOneIsUsedAgainAndNothingIsLost() throws IOException {
    for (String content : List.of("one", "two", "three", "four")) {
      publish(content);
    }
    versions.useAgain(versions.earlier().getLast());
    assertThat(published).hasContent("one");
    assertThat(earlier()).containsExactly("four", "three", "two");
    versions.useAgain(versions.earlier().getFirst());
    assertThat(published).hasContent("four");
    assertThat(earlier()).containsExactly("one", "three", "two");
    assertThat(filesIn(folder)).containsExactly("lineup.m3u", "versions");
  }

  @Test
  void oneThatIsGoneChangesNothing() throws IOException {
    publish("one");
    publish("two");
    KeptPlaylist gone = versions.earlier().getFirst();
    Files.delete(gone.file());
    assertThatThrownBy(() -> versions.useAgain(gone)).isInstanceOf(NoSuchFileException.class);
    assertThat(published).hasContent("two");
    assertThat(filesIn(folder)).containsExactly("lineup.m3u", "versions");
  }

  @Test
  void aMoveThatFailsLeavesNoVersion() throws IOException {
    publish("one");
    publish("two");
    assertThatThrownBy(() -> versions.replace(folder.resolve("missing.part"), published))
        .isInstanceOf(IOException.class);
    assertThat(published).hasContent("two");
    assertThat(earlier()).containsExactly("one");
  }

  @Test
  void dyingBetweenKeepingAndMovingIsHealed() throws IOException {
    publish("one");
    publish("two");
    Files.createLink(kept.resolve("version-2.m3u"), published);
    assertThat(earlier()).containsExactly("one");
    publish("three");
    assertThat(earlier()).containsExactly("two", "one");
    assertThat(filesIn(kept)).hasSize(2);
  }

  @Test
  void dyingWhileAnEarlierOneIsPutBackIsHealed() throws IOException {
    publish("one");
    publish("two");
    publish("three");
    Path again = versions.earlier().getLast().file();
    // Linked and not moved.
    Files.createLink(folder.resolve(".lineup.m3u.half"), again);
    assertThat(published).hasContent("three");
    assertThat(earlier()).containsExactly("two", "one");
    publish("four");
    assertThat(earlier()).containsExactly("three", "two", "one");
    // Moved and not tidied: "one" is published and kept at the same time.
    Files.createLink(kept.resolve("version-9.m3u"), published);
    Files.delete(published);
    Files.createLink(published, again);
    assertThat(earlier()).containsExactly("four", "three", "two");
    publish("five");
    assertThat(earlier()).containsExactly("one", "four", "three");
    assertThat(filesIn(folder)).containsExactly("lineup.m3u", "versions");
  }

  @Test
  void aPlaylistIsPublishedAtEachStep() throws IOException {
    var seen = new ArrayList<String>();
    var watched = new Versions(published, (name, file) -> {
      seen.add(Files.readString(published));
      Files.createLink(name, file);
      seen.add(Files.readString(published));
    });
    publish(watched, "one");
    publish(watched, "two");
    watched.useAgain(watched.earlier().getFirst());
    assertThat(seen).containsExactly("one", "one", "two", "two", "two", "two");
    assertThat(published).hasContent("one");
  }

  @Test
  void whereFilesCannotHaveTwoNamesTheyAreCopied() throws IOException {
    var copying = new Versions(published, (name, file) -> {
      throw new FileSystemException(name.toString(), file.toString(), "Operation not permitted");
    });
    publish(copying, "one");
    publish(copying, "two");
    Files.writeString(kept.resolve(".version-7.m3u.half"), "tw");
    publish(copying, "three");
    copying.useAgain(copying.earlier().getLast());
    assertThat(published).hasContent("one");
    assertThat(earlier()).containsExactly("three", "two");
    assertThat(filesIn(kept)).containsExactly("version-2.m3u", "version-3.m3u");
  }

  @Test
  void filesOfTheUserStayWhereTheyAre() throws IOException {
    publish("one");
    publish("two");
    Files.writeString(kept.resolve("mine.m3u"), "mine");
    Files.createDirectory(kept.resolve("version-2.m3u"));
    publish("three");
    assertThat(earlier()).containsExactly("two", "one");
    assertThat(filesIn(kept)).containsExactly("mine.m3u", "version-1.m3u", "version-2.m3u", "version-3.m3u");
  }
}

package app.lineup.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever is done in whatever order: what is published is what was wanted last, and the last three that were replaced
/// are there, each once.
final class VersionsProperties {

  private static final int USE_AGAIN = 6;

  @Property(tries = 60)
  void nothingIsLostTooEarly(@ForAll @Size(max = 14) List<@IntRange(max = 8) Integer> steps) throws IOException {
    Path folder = Files.createTempDirectory("versions");
    try {
      var versions = new Versions(folder.resolve("lineup.m3u"));
      var expected = new ArrayList<String>();
      for (int step : steps) {
        if (step < USE_AGAIN) {
          versions.replace(Files.writeString(folder.resolve("part"), "list " + step), folder.resolve("lineup.m3u"));
          front(expected, "list " + step);
        } else if (!versions.earlier().isEmpty()) {
          KeptPlaylist again = versions.earlier().get((step - USE_AGAIN) % versions.earlier().size());
          front(expected, Files.readString(again.file()));
          versions.useAgain(again);
        }
        assertThat(all(versions)).isEqualTo(expected);
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// The published one and those before it.
  private static List<String> all(Versions versions) throws IOException {
    var contents = new ArrayList<String>();
    if (versions.published().isPresent()) {
      contents.add(Files.readString(versions.published().orElseThrow().file()));
    }
    for (KeptPlaylist version : versions.earlier()) {
      contents.add(Files.readString(version.file()));
    }
    return contents;
  }

  private static void front(List<String> expected, String content) {
    expected.remove(content);
    expected.addFirst(content);
    while (expected.size() > 1 + Versions.MOST) {
      expected.removeLast();
    }
  }
}

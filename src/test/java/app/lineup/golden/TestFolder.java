package app.lineup.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for one try of a property, gone when it is closed.
public final class TestFolder implements AutoCloseable {

  private final Path path;

  public TestFolder() throws IOException {
    path = Files.createTempDirectory("lineup-test");
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package app.lineup.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartFilesTest {

  @TempDir
  private Path folder;

  @Test
  void takesAnotherNameWhereOneIsTaken() throws IOException {
    Path target = folder.resolve("out.m3u");
    Path taken = Files.writeString(folder.resolve(".out.m3u." + ProcessHandle.current().pid() + "-1.part"), "half");
    PrimitiveIterator.OfLong numbers = LongStream.of(1, 1, 2).iterator();
    Path part = PartFiles.create(target, numbers::nextLong);
    assertThat(part).isEmptyFile().isNotEqualTo(taken);
    assertThat(taken).hasContent("half");
    PartFiles.discard(part);
    assertThat(part).doesNotExist();
  }

  @Test
  void sweepsWhatThisProcessDidNotMakeAndNotWhatItIsMaking() throws IOException {
    Path target = folder.resolve("out.m3u");
    Path left = Files.writeString(folder.resolve(".out.m3u." + ProcessHandle.current().pid() + "-1.part"), "half");
    Path part = PartFiles.create(target);
    PartFiles.sweep(target);
    assertThat(left).doesNotExist();
    assertThat(part).exists();
    PartFiles.discard(part);
  }
}

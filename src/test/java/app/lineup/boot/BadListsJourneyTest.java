package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lineup.app.refresh.SourceCheck;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.golden.ListReading;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.sources.model.State;
import app.lineup.io.input.InputOpener;
import app.lineup.model.Location;
import app.lineup.model.Source;
import app.lineup.pipeline.StageType;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no lists: the window says of each what the terminal says, in Sources, in Channels and in Run.
final class BadListsJourneyTest {

  @TempDir
  private Path folder;

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("page.m3u", "<!DOCTYPE html><html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8));
    files.put("json.m3u", "{\"user_info\":{\"auth\":0,\"password\":\"s3cret\"}}".getBytes(StandardCharsets.UTF_8));
    byte[] picture = new byte[5000];
    new Random(7).nextBytes(picture);
    files.put("picture.m3u", picture);
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("#EXTM3U\n#EXTINF:-1,One\nhttp://host/1\n".repeat(500).getBytes(StandardCharsets.UTF_8));
    }
    files.put("cut.m3u.gz", Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    return files;
  }

  private PipelineException inTheTerminal(Path file) throws IOException {
    try (InputOpener inputs = ListReading.inputs(folder)) {
      var source = new Source(String.valueOf(file.getFileName()), new Location.OfFile(file));
      return catchThrowableOfType(PipelineException.class,
          () -> new SourceCheck(inputs).check(source, new RunTelemetry(StageType.ids())));
    }
  }

  @Test
  void aFileOfNoBytesIsAnEmptyListAndNothingIsPublished() throws TimeoutException, IOException {
    Path file = Files.createFile(folder.resolve("empty.m3u"));
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(() -> List.copyOf(window.rooms().sources().rows()).forEach(window.rooms().sources()::remove));
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(file)));
      window.await(() -> window.rooms().sources().rows().size() == 1
          && window.rooms().sources().rows().getFirst().state().get() == State.EMPTY);
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.FAILED);
      assertThat(window.ask(() -> window.rooms().run().outcome().failure().get()).what()).contains("has no channels");
      assertThat(window.published()).doesNotExist();
    }
  }

  @Test
  void theWindowSaysWhatTheTerminalSays() throws TimeoutException, IOException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.doNow(() -> List.copyOf(window.rooms().sources().rows()).forEach(window.rooms().sources()::remove));
      for (Map.Entry<String, byte[]> each : files().entrySet()) {
        Path file = Files.write(folder.resolve(each.getKey()), each.getValue());
        PipelineException wanted = inTheTerminal(file);
        assertThat(wanted).as(each.getKey()).isNotNull();
        window.go(Room.SOURCES);
        window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(file)));
        window.await(() -> window.rooms().sources().rows().size() == 1
            && window.rooms().sources().rows().getFirst().state().get() == State.FAILED);
        var row = window.ask(() -> window.rooms().sources().rows().getFirst());
        assertThat(row.failure().what()).as(each.getKey()).isEqualTo(wanted.what()).isNotBlank();
        assertThat(row.failure().advice()).as(each.getKey()).isEqualTo(wanted.advice()).isNotBlank();
        assertThat(row.failure().what() + row.failure().details()).doesNotContain("s3cret");
        window.await(() -> window.rooms().channels().lineup().failure().get() != null);
        assertThat(window.ask(() -> window.rooms().channels().lineup().failure().get()).what())
            .isEqualTo(wanted.what());
        window.go(Room.RUN);
        window.click("#start");
        window.awaitPhase(Phase.FAILED);
        assertThat(window.ask(() -> window.rooms().run().outcome().failure().get()).what()).isEqualTo(wanted.what());
        assertThat(window.published()).doesNotExist();
        window.doNow(() -> window.rooms().sources().remove(row));
        window.await(() -> window.rooms().channels().lineup().failure().get() == null);
      }
    }
  }
}

package app.lineup.gui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.files.Digest;
import app.lineup.gui.text.Texts;
import app.lineup.library.file.Preferences;
import app.lineup.model.LogoPlan;
import app.lineup.pipeline.logo.cache.LogoCache;
import app.lineup.pipeline.logo.cache.PictureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogosViewModelTest {

  @TempDir
  private Path folder;
  private final List<String> told = new ArrayList<>();

  private LogosViewModel logos(Map<String, String> kept) {
    return new LogosViewModel(Texts.of("settings"), new Preferences(kept, (name, value) -> told.add(name + "=" + value)),
        folder.resolve("logos"), Runnable::run, Runnable::run);
  }

  @Test
  void noServerIsAskedUntilSomebodySaysSo() {
    LogosViewModel logos = logos(Map.of());
    assertThat(logos.fetched().get()).isFalse();
    assertThat(logos.plan()).isEqualTo(new LogoPlan.Off());
    logos.fetched().set(true);
    assertThat(told).containsExactly("logos=true");
    assertThat(logos.plan()).isEqualTo(new LogoPlan.On(folder.resolve("logos"), LogoPlan.DEFAULT_MAX_BYTES, true));
    assertThat(logos(Map.of("logos", "true")).fetched().get()).isTrue();
  }

  @Test
  void saysHowMuchThereIsAndClearsIt() throws IOException {
    LogosViewModel logos = logos(Map.of());
    logos.look();
    assertThat(logos.size().get()).isEqualTo("No logos are on the disk.");
    assertThat(logos.clearable().get()).isFalse();
    try (LogoCache cache = LogoCache.open(folder.resolve("logos"), 1_000_000, InstantSource.system())) {
      cache.keep(Digest.of("a"), new byte[2000], PictureType.PNG, Optional.empty(), Optional.empty());
    }
    logos.look();
    assertThat(logos.size().get()).isEqualTo("2.0 kB of at most 256.0 MB on the disk");
    assertThat(logos.clearable().get()).isTrue();
    logos.clear();
    assertThat(logos.size().get()).isEqualTo("No logos are on the disk.");
    assertThat(logos.clearable().get()).isFalse();
  }

  @Test
  void aFolderThatIsNoneIsSaid() throws IOException {
    Files.writeString(folder.resolve("logos"), "a file");
    LogosViewModel logos = logos(Map.of());
    logos.look();
    assertThat(logos.size().get()).startsWith("The folder of the logos cannot be read: ");
  }

  @Test
  void theRoomIsKeptAndHoldsFromTheNextRunOn() throws IOException {
    LogosViewModel logos = logos(Map.of("logos", "true", "logos.room", "no such room"));
    assertThat(logos.room().get()).isEqualTo(LogoRoom.USUAL);
    try (LogoCache cache = LogoCache.open(folder.resolve("logos"), 1_000_000, InstantSource.system())) {
      cache.keep(Digest.of("a"), new byte[2000], PictureType.PNG, Optional.empty(), Optional.empty());
    }
    logos.room().set(LogoRoom.LITTLE);
    assertThat(told).containsExactly("logos.room=LITTLE");
    assertThat(logos.plan()).isEqualTo(new LogoPlan.On(folder.resolve("logos"), 64_000_000, true));
    assertThat(logos.size().get()).isEqualTo("2.0 kB of at most 64.0 MB on the disk");
    assertThat(logos(Map.of("logos.room", "PLENTY")).room().get()).isEqualTo(LogoRoom.PLENTY);
  }
}

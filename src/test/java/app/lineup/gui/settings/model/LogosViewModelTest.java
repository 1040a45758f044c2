package app.lineup.gui.settings.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Sessions;
import app.lineup.files.Digest;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Texts;
import app.lineup.library.LogoSpace;
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
    return new LogosViewModel(Texts.of("settings"), new SettingProperties(Sessions.with(kept, told)),
        folder.resolve("logos"), Runnable::run, Runnable::run);
  }

  @Test
  void noServerIsAskedUntilSomebodySaysSo() {
    LogosViewModel logos = logos(Map.of());
    assertThat(logos.fetched().get()).isFalse();
    logos.fetched().set(true);
    assertThat(told).containsExactly("logos=true");
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
    LogosViewModel logos = logos(Map.of("logos", "true", "logos.room", "PAINTED"));
    assertThat(logos.room().get()).isEqualTo(LogoSpace.USUAL);
    try (LogoCache cache = LogoCache.open(folder.resolve("logos"), 1_000_000, InstantSource.system())) {
      cache.keep(Digest.of("a"), new byte[2000], PictureType.PNG, Optional.empty(), Optional.empty());
    }
    logos.room().set(LogoSpace.LITTLE);
    assertThat(told).containsExactly("logos.room=LITTLE");
    assertThat(logos.size().get()).isEqualTo("2.0 kB of at most 64.0 MB on the disk");
    assertThat(logos(Map.of("logos.room", "PLENTY")).room().get()).isEqualTo(LogoSpace.PLENTY);
  }
}

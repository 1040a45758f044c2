package app.lineup.gui.publish.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.gui.document.SettingProperties;
import app.lineup.library.file.Notes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SavePlaceViewModelTest {

  private static final Path HOME = Path.of("home").toAbsolutePath();

  private final Map<String, String> kept = new HashMap<>();
  private final Session session = Sessions.empty();
  private final SavePlaceViewModel place = place();

  private SavePlaceViewModel place() {
    return new SavePlaceViewModel(new SettingProperties(session), new Notes(kept, kept::put), HOME);
  }

  @Test
  void aPathStartsFromTheUsersFolder() {
    assertThat(place.file()).isEqualTo(HOME.resolve("lineup.m3u"));
    place.path().set(" ~/tv/a.m3u ");
    assertThat(place.file()).isEqualTo(HOME.resolve("tv").resolve("a.m3u"));
    place.path().set("~");
    assertThat(place.file()).isEqualTo(HOME);
  }

  @Test
  void whatCannotBeAPathIsNotSuggested() {
    place.path().set("a\0b");
    assertThat(place.suggestion()).isEqualTo(HOME.resolve("lineup.m3u"));
  }

  @Test
  void onlyTheFileThatWasChosenOrWrittenLastMayBeReplaced() {
    Path file = HOME.resolve("tv.m3u");
    assertThat(place.isChosen(file) || place.holdsOurs(file)).isFalse();
    place.choose(file);
    assertThat(place.isChosen(file)).isTrue();
    assertThat(place.isChosen(HOME.resolve("other.m3u"))).isFalse();
    place.saved(file);
    assertThat(place().holdsOurs(file)).isTrue();
    place.saved(HOME.resolve("other.m3u"));
    assertThat(place.holdsOurs(file)).isFalse();
  }

  @Test
  void whatIsKeptIsThereAtTheNextStart() {
    place.path().set("tv.m3u");
    assertThat(place().path().get()).isNotEqualTo("tv.m3u");
    place.everyRun().set(true);
    assertThat(place().path().get()).isEqualTo("tv.m3u");
    assertThat(place().everyRun().get()).isTrue();
  }
}

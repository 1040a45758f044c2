package app.lineup.gui.publish.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.gui.document.SettingProperties;
import app.lineup.serve.Token;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerPreferencesViewModelTest {

  private final Session session = Sessions.empty();

  private ServerPreferencesViewModel preferences() {
    return new ServerPreferencesViewModel(new SettingProperties(session));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "65536", "80 80", "http"})
  void isNoPort(String text) {
    ServerPreferencesViewModel wanted = preferences();
    wanted.port().set(text);
    assertThat(wanted.portNumber()).isEmpty();
  }

  @Test
  void aPortIsKeptOnceAServerListensThere() {
    ServerPreferencesViewModel wanted = preferences();
    wanted.port().set(" 65535 ");
    assertThat(wanted.portNumber()).isEqualTo(OptionalInt.of(65_535));
    assertThat(preferences().port().get()).isEqualTo("8787");
    wanted.keepPort(8080);
    assertThat(preferences().portNumber()).isEqualTo(OptionalInt.of(8080));
  }

  @Test
  void aTokenStaysUntilAnotherIsWanted() {
    Token first = preferences().token();
    assertThat(preferences().token()).isEqualTo(first);
    Token second = preferences().newToken();
    assertThat(second).isNotEqualTo(first);
    assertThat(preferences().token()).isEqualTo(second);
  }
}

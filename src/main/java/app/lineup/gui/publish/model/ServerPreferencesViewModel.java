package app.lineup.gui.publish.model;

import app.lineup.gui.document.SettingProperties;
import app.lineup.library.Setting;
import app.lineup.serve.ServePlan;
import app.lineup.serve.Token;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the user wants of the server, kept from one start to the next. Not thread-safe; used by the window's thread.
final class ServerPreferencesViewModel {

  private static final String DEFAULT_PORT = "8787";

  private final StringProperty kept;
  private final StringProperty token;
  private final StringProperty port;
  private final BooleanProperty startsWithProgram;

  ServerPreferencesViewModel(SettingProperties settings) {
    this.kept = settings.text(Setting.SERVER_PORT, DEFAULT_PORT);
    this.token = settings.text(Setting.SERVER_TOKEN, "");
    this.port = new SimpleStringProperty(kept.get());
    this.startsWithProgram = settings.flag(Setting.SERVER_START, false);
    kept.subscribe((before, now) -> port.set(now));
  }

  BooleanProperty startsWithProgram() {
    return startsWithProgram;
  }

  /// Where to listen, as the user writes it.
  StringProperty port() {
    return port;
  }

  /// The port as a number; empty where it cannot be one.
  OptionalInt portNumber() {
    try {
      int number = Integer.parseInt(port.get().strip());
      return number > 0 && number <= ServePlan.LAST_PORT ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /// Keeps to a port that a server listens at.
  void keepPort(int number) {
    port.set(Integer.toString(number));
    kept.set(port.get());
  }

  /// The secret part of the address.
  Token token() {
    String text = token.get();
    return keepToken(Token.isToken(text) ? new Token(text) : Token.random());
  }

  /// Another one, which is kept from now on.
  Token newToken() {
    return keepToken(Token.random());
  }

  private Token keepToken(Token now) {
    token.set(now.text());
    return now;
  }
}

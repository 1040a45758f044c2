package app.lineup.gui.publish.model;

import app.lineup.library.file.Preferences;
import app.lineup.serve.ServePlan;
import app.lineup.serve.Token;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the user wants of the server, kept from one start to the next. Not thread-safe; used by the window's thread.
final class ServerPreferencesViewModel {

  private static final String PORT = "server.port";
  private static final String TOKEN = "server.token";
  private static final String START = "server.start";
  private static final String DEFAULT_PORT = "8787";

  private final Preferences preferences;
  private final StringProperty port;
  private final BooleanProperty startsWithProgram;

  ServerPreferencesViewModel(Preferences preferences) {
    this.preferences = preferences;
    this.port = new SimpleStringProperty(preferences.get(PORT, DEFAULT_PORT));
    this.startsWithProgram = new SimpleBooleanProperty(Boolean.parseBoolean(preferences.get(START, "")));
    startsWithProgram.subscribe((before, now) -> preferences.set(START, now.toString()));
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
    preferences.set(PORT, port.get());
  }

  /// The secret part of the address.
  Token token() {
    String kept = preferences.get(TOKEN, "");
    return keepToken(Token.isToken(kept) ? new Token(kept) : Token.random());
  }

  /// Another one, which is kept from now on.
  Token newToken() {
    return keepToken(Token.random());
  }

  private Token keepToken(Token token) {
    preferences.set(TOKEN, token.text());
    return token;
  }
}

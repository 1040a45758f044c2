package app.lineup.gui.publish.model;

import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.problem.PipelineException;
import app.lineup.serve.Fetch;
import app.lineup.serve.FetchObserver;
import app.lineup.serve.ServePlan;
import app.lineup.serve.Token;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Serving the published playlist to players on this computer. Not thread-safe; used by the window's thread. The server
/// is started and stopped on another.
public final class ServerViewModel {

  private static final int ANY_PORT = 0;

  private final Texts texts;
  private final ServerPreferencesViewModel wanted;
  private final Start starting;
  private final Executor background;
  private final Executor window;
  private final FetchesViewModel fetches;
  private final ObjectProperty<ServerState> state = new SimpleObjectProperty<>(ServerState.OFF);
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty status;
  private final StringProperty problem = new SimpleStringProperty("");
  private final BooleanProperty asking = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>();
  private @Nullable Serving serving;

  /// @param starting   starts a server; called on `background`
  /// @param background does one thing after the other
  public ServerViewModel(
      Texts texts, SettingProperties settings, Start starting, Executor background, Executor window) {
    this.texts = texts;
    this.wanted = new ServerPreferencesViewModel(settings);
    this.starting = starting;
    this.background = background;
    this.window = window;
    this.fetches = new FetchesViewModel(new WordsViewModel(texts));
    this.status = new SimpleStringProperty(texts.get("status.off"));
  }

  /// Who fetched the playlist.
  public FetchesViewModel fetches() {
    return fetches;
  }

  /// Where to listen, as the user writes it.
  public StringProperty port() {
    return wanted.port();
  }

  public BooleanProperty startsWithProgram() {
    return wanted.startsWithProgram();
  }

  public ReadOnlyObjectProperty<ServerState> state() {
    return state;
  }

  /// Whether the server is off and nothing is under way.
  public ObservableValue<Boolean> isOff() {
    return state.map(now -> now == ServerState.OFF);
  }

  /// The whole address with its secret part, to be copied; empty while nothing is served. The old one stays while a new
  /// one is made.
  public ReadOnlyStringProperty address() {
    return address;
  }

  /// The server in a few words, without the secret part of its address.
  public ReadOnlyStringProperty status() {
    return status;
  }

  /// What is wrong with the port; may be empty.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Whether a new address has to be confirmed.
  public ReadOnlyBooleanProperty asking() {
    return asking;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure;
  }

  /// Starts the server if the user wants it to be there from the beginning.
  public void startWithProgram() {
    if (startsWithProgram().get()) {
      start();
    }
  }

  /// Starts serving at [#port].
  public void start() {
    problem.set("");
    wanted.portNumber().ifPresentOrElse(this::startAt, () -> {
      failure.set(null);
      problem.set(texts.get("problem.port", ServePlan.LAST_PORT));
    });
  }

  /// Starts serving at a port that nobody uses, and keeps to it.
  public void startAnywhere() {
    problem.set("");
    startAt(ANY_PORT);
  }

  private void startAt(int number) {
    if (state.get() == ServerState.OFF) {
      Token token = wanted.token();
      begin(ServerState.STARTING);
      background.execute(() -> open(number, token));
    }
  }

  private void begin(ServerState what) {
    failure.set(null);
    asking.set(false);
    state.set(what);
    status.set(texts.get(what == ServerState.STARTING ? "status.starting" : "status.stopping"));
  }

  private void open(int number, Token token) {
    try {
      Serving opened = starting.start(number, token, fetches.observer());
      window.execute(() -> on(opened));
    } catch (PipelineException e) {
      window.execute(() -> off(new Failure(
          e.subject(), e.what(), texts.get("advice.port"), Stack.of(e))));
    } catch (RuntimeException | Error e) {
      window.execute(() -> off(new Failure(
          texts.get("about.server"), texts.get("fault"), texts.get("advice.fault"), Stack.of(e))));
    }
  }

  private void on(Serving opened) {
    serving = opened;
    fetches.listenTo(opened::fetches);
    URI at = opened.address();
    wanted.keepPort(at.getPort());
    address.set(at.toString());
    status.set(texts.get("status.on", at.getAuthority()));
    state.set(ServerState.ON);
  }

  private void off(@Nullable Failure why) {
    failure.set(why);
    address.set("");
    status.set(texts.get(why == null ? "status.off" : "status.failed"));
    state.set(ServerState.OFF);
  }

  /// Stops serving.
  public void stop() {
    Serving now = serving;
    if (now != null) {
      leave(ServerState.STOPPING);
      address.set("");
      background.execute(() -> {
        now.close();
        window.execute(() -> off(null));
      });
    }
  }

  private void leave(ServerState next) {
    fetches.keep();
    serving = null;
    begin(next);
  }

  /// Asks whether the address is to change.
  public void askForNewAddress() {
    asking.set(true);
  }

  /// Leaves the address as it is.
  public void keepAddress() {
    asking.set(false);
  }

  /// Gives the playlist another address; the old one leads nowhere from now on.
  public void newAddress() {
    asking.set(false);
    if (state.get() == ServerState.STARTING) {
      // It is on its way to one already, and would not have the one that is kept.
      return;
    }
    Token token = wanted.newToken();
    Serving now = serving;
    if (now != null) {
      int number = now.address().getPort();
      leave(ServerState.STARTING);
      background.execute(() -> {
        now.close();
        open(number, token);
      });
    }
  }

  /// A server that is on.
  public interface Serving extends AutoCloseable {
    URI address();

    /// The last requests, from the oldest to the newest.
    List<Fetch> fetches();

    @Override
    void close();
  }

  /// Starts a server on this computer.
  @FunctionalInterface
  public interface Start {
    /// Starts one that hands out the published playlist.
    ///
    /// @param port 0 for any that is free
    Serving start(int port, Token token, FetchObserver observer) throws PipelineException;
  }
}

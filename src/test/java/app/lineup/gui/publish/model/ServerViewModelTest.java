package app.lineup.gui.publish.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Texts;
import app.lineup.library.Setting;
import app.lineup.problem.PipelineException;
import app.lineup.serve.Fetch;
import app.lineup.serve.FetchObserver;
import app.lineup.serve.Token;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerViewModelTest {

  private static final int TAKEN = 4444;
  private static final int FREE = 50_123;

  private final List<Runnable> waiting = new ArrayList<>();
  private final List<OpenServer> open = new ArrayList<>();
  private final Session session = Sessions.empty();

  private static final class OpenServer implements ServerViewModel.Serving {
    private final URI address;
    private final FetchObserver observer;
    private final List<Fetch> log = new ArrayList<>();
    private boolean closed;

    OpenServer(int port, Token token, FetchObserver observer) {
      this.address = URI.create("http://127.0.0.1:" + port + "/" + token.text() + "/playlist.m3u");
      this.observer = observer;
    }

    void fetch(String agent, int status, long bytes, boolean complete) {
      var fetch = new Fetch(Instant.EPOCH, "127.0.0.1", agent, status, bytes, Duration.ofMillis(12), complete);
      log.add(fetch);
      observer.fetched(fetch);
    }

    @Override
    public URI address() {
      return address;
    }

    @Override
    public List<Fetch> fetches() {
      return List.copyOf(log);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private ServerViewModel server() {
    return new ServerViewModel(Texts.of("publish"), new SettingProperties(session), (port, token, observer) -> {
      if (port == TAKEN) {
        throw new PipelineException(
            PipelineException.Kind.USER, "port " + port, "another program uses it", "Choose another with --port.");
      }
      open.add(new OpenServer(port == 0 ? FREE : port, token, observer));
      return open.getLast();
    }, waiting::add, Runnable::run);
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private ServerViewModel started() {
    ServerViewModel server = server();
    server.start();
    work();
    return server;
  }

  private String token() {
    return session.library().setting(Setting.SERVER_TOKEN).orElseThrow();
  }

  @Test
  void startsAndStops() {
    ServerViewModel server = server();
    assertThat(server.status().get()).isEqualTo("Server off");
    server.start();
    assertThat(server.state().get()).isEqualTo(ServerState.STARTING);
    server.start();
    assertThat(waiting).hasSize(1);
    work();
    assertThat(server.state().get()).isEqualTo(ServerState.ON);
    assertThat(server.status().get()).isEqualTo("Serving at 127.0.0.1:8787").doesNotContain(token());
    assertThat(server.address().get()).contains(":8787/", token());
    server.stop();
    assertThat(server.state().get()).isEqualTo(ServerState.STOPPING);
    assertThat(server.address().get()).isEmpty();
    work();
    assertThat(open.getLast().closed).isTrue();
    assertThat(server.state().get()).isEqualTo(ServerState.OFF);
    assertThat(server.status().get()).isEqualTo("Server off");
  }

  @Test
  void theAddressStaysUntilANewOneIsWanted() {
    ServerViewModel server = started();
    String first = server.address().get();
    server.stop();
    work();
    assertThat(started().address().get()).isEqualTo(first);
    server.start();
    work();
    OpenServer old = open.getLast();
    server.askForNewAddress();
    assertThat(server.asking().get()).isTrue();
    server.keepAddress();
    assertThat(server.asking().get()).isFalse();
    assertThat(server.address().get()).isEqualTo(first);
    server.askForNewAddress();
    server.newAddress();
    work();
    assertThat(old.closed).isTrue();
    assertThat(server.address().get()).isNotEqualTo(first).contains(token());
    assertThat(server.state().get()).isEqualTo(ServerState.ON);
  }

  @Test
  void aSecondNewAddressWhileOneIsOnItsWayIsNone() {
    ServerViewModel server = started();
    server.newAddress();
    server.newAddress();
    work();
    assertThat(server.address().get()).as("what is kept is what is served").contains(token());
  }

  @Test
  void aTokenThatIsNoneIsReplaced() {
    session.set(Setting.SERVER_TOKEN, "a b");
    assertThat(started().address().get()).doesNotContain(" ");
    assertThat(Token.isToken(token())).isTrue();
  }

  @Test
  void aPortInUseIsSaidAndAFreeOneTaken() {
    ServerViewModel server = server();
    server.port().set(Integer.toString(TAKEN));
    server.start();
    work();
    assertThat(server.state().get()).isEqualTo(ServerState.OFF);
    assertThat(server.status().get()).isEqualTo("Server could not start");
    assertThat(server.failure().get().subject()).isEqualTo("port 4444");
    assertThat(server.failure().get().what()).isEqualTo("another program uses it");
    assertThat(server.failure().get().advice()).contains("free port").doesNotContain("--port");
    server.startAnywhere();
    assertThat(server.failure().get()).isNull();
    work();
    assertThat(server.port().get()).isEqualTo("50123");
    assertThat(session.library().setting(Setting.SERVER_PORT)).hasValue("50123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0", "-1", "65536", "99999999999", "80.5"})
  void whatIsNoPortIsSaid(String port) {
    ServerViewModel server = server();
    server.port().set(port);
    server.start();
    assertThat(server.problem().get()).contains("from 1 to 65535");
    assertThat(waiting).isEmpty();
    server.port().set(" 8787 ");
    server.start();
    assertThat(server.problem().get()).isEmpty();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void aFaultWhileStartingIsSaid() {
    var server = new ServerViewModel(Texts.of("publish"), new SettingProperties(session), (port, token, observer) -> {
      throw new IllegalStateException("http://user:secret@host/");
    }, Runnable::run, Runnable::run);
    server.start();
    assertThat(server.state().get()).isEqualTo(ServerState.OFF);
    assertThat(server.failure().get().details()).contains("IllegalStateException").doesNotContain("secret");
  }

  @Test
  void startsWithTheProgramOnlyIfWanted() {
    ServerViewModel server = server();
    server.startWithProgram();
    assertThat(waiting).isEmpty();
    server.startsWithProgram().set(true);
    server().startWithProgram();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void whoFetchedItIsListedNewestFirstAndOverServers() {
    ServerViewModel server = started();
    FetchesViewModel fetches = server.fetches();
    open.getLast().fetch("VLC/3.0", 200, 1_234, true);
    assertThat(fetches.rows()).isEmpty();
    fetches.sample();
    assertThat(fetches.rows()).singleElement().satisfies(row -> {
      assertThat(row.program()).isEqualTo("VLC/3.0");
      assertThat(row.client()).isEqualTo("127.0.0.1");
      assertThat(row.bytes()).isEqualTo("1.2 kB");
      assertThat(row.took()).isEqualTo("12 ms");
    });
    server.stop();
    work();
    server.start();
    work();
    open.getLast().fetch("", 304, 0, true);
    fetches.sample();
    assertThat(fetches.rows()).extracting(FetchRow::program).containsExactly("(does not say)", "VLC/3.0");
  }

  @Test
  void theListIsBoundedAndMadeOnlyWhenItChanged() {
    ServerViewModel server = started();
    for (int i = 0; i < 1_100; i++) {
      open.getLast().fetch("player " + i, 200, 5, true);
    }
    server.fetches().sample();
    assertThat(server.fetches().rows()).hasSize(1000);
    assertThat(server.fetches().rows().getFirst().program()).isEqualTo("player 1099");
    FetchRow first = server.fetches().rows().getFirst();
    server.fetches().sample();
    assertThat(server.fetches().rows().getFirst()).isSameAs(first);
  }

  @ParameterizedTest
  @CsvSource(
      {"200,9,true,Sent", "200,0,true,'Asked, not fetched'", "206,9,true,Sent a part", "404,9,true,Wrong address",
    "304,0,true,Unchanged since last time", "503,9,true,Nothing to send yet", "200,9,false,Broken off",
    "0,0,false,Broken off", "418,9,true,Answer 418"})
  void answersAreSaidInWords(int status, long bytes, boolean complete, String words) {
    ServerViewModel server = started();
    open.getLast().fetch("x", status, bytes, complete);
    server.fetches().sample();
    assertThat(server.fetches().rows().getFirst().answer()).isEqualTo(words);
  }
}

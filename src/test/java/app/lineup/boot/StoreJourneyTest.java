package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.settings.model.Appearance;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.State;
import app.lineup.library.NumberScheme;
import app.lineup.library.Sequence;
import app.lineup.library.file.LibraryFile;
import app.lineup.model.RuleKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the window keeps between two starts, and what it says where it cannot.
final class StoreJourneyTest {

  private static final String LIST = """
      #EXTM3U
      #EXTINF:-1 group-title="News",One
      http://host/1
      #EXTINF:-1,##### SPORTS #####
      http://host/0
      """;

  @TempDir
  private Path folder;

  private OpenWindow open() throws TimeoutException {
    return new OpenWindow(folder.resolve("data"));
  }

  private static List<String> rules(OpenWindow window) {
    return window.ask(() -> window.rooms().rules().rows().stream().map(StoreJourneyTest::inWords).toList());
  }

  private static String inWords(RuleViewModel row) {
    return row.kind().get() + " " + row.text().get() + " " + row.on().get();
  }

  private static List<String> sources(OpenWindow window) {
    return window.ask(() -> window.rooms().sources().rows().stream().map(SourceViewModel::name).toList());
  }

  @Test
  void aRestartKeepsAll() throws TimeoutException, IOException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), LIST);
    List<String> before;
    try (OpenWindow window = open()) {
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(list)));
      window.await(() -> window.rooms().sources().rows().size() == 2);
      window.doNow(() -> {
        var rooms = window.rooms();
        rooms.sources().adding().addPasted(List.of(), "http://localhost:1/get.php?username=me&password=p%20w");
        rooms.rules().add(RuleKind.INCLUDE, "half a thou");
        rooms.rules().rows().getLast().text().set("half a thought");
        rooms.rules().rows().getFirst().on().set(false);
        rooms.run().numbering().numbers().set(NumberScheme.FROM);
        rooms.run().numbering().first().set("100");
        rooms.run().numbering().sequence().set(Sequence.NAMES);
      });
      window.go(Room.SETTINGS);
      window.click("#separatorsHide");
      window.click("#durable");
      window.click("#lookDark");
      window.type("#budget", "333");
      window.awaitCounted();
      before = rules(window);
    }
    assertThat(before).contains("INCLUDE half a thought true");
    try (OpenWindow window = open()) {
      assertThat(sources(window)).containsExactly("Sample", "mine.m3u", "localhost");
      assertThat(window.ask(() -> window.rooms().sources().sources().getLast().location().toString()))
          .startsWith("http://localhost:1/get.php").doesNotContain("p%20w");
      assertThat(rules(window)).isEqualTo(before).anyMatch(rule -> rule.endsWith("false"));
      assertThat(window.shows("#separatorsHide")).as("the room shown last").isTrue();
      assertThat(window.<Appearance>ask(() -> window.rooms().settings().appearance().get())).isEqualTo(Appearance.DARK);
      assertThat(window.<String>ask(() -> window.rooms().settings().budget().get())).isEqualTo("333");
      assertThat(window.<String>ask(() -> window.rooms().run().numbering().first().get())).isEqualTo("100");
      assertThat(window.<NumberScheme>ask(() -> window.rooms().run().numbering().numbers().get()))
          .isEqualTo(NumberScheme.FROM);
      assertThat(window.<Sequence>ask(() -> window.rooms().run().numbering().sequence().get()))
          .isEqualTo(Sequence.NAMES);
      window.awaitCounted();
      assertThat(window.ask(() -> window.rooms().sources().rows().stream().map(row -> row.state().get()).toList()))
          .as("an address is not asked at a start").containsExactly(State.OK, State.OK, State.NOT_LOOKED_AT);
      window.doNow(() -> window.rooms().sources().remove(window.rooms().sources().rows().getLast()));
      window.doNow(() -> List.copyOf(window.rooms().rules().rows()).forEach(window.rooms().rules()::remove));
      window.go(Room.RUN);
      window.click("#start");
      window.awaitPhase(Phase.DONE);
      assertThat(Files.readString(window.published())).contains(",One\n", "tvg-chno=\"100\"")
          .doesNotContain("##### SPORTS");
    }
  }

  @Test
  void whatACrashedRunLeftOnTheDiskIsGoneAtTheNextStart() throws TimeoutException, IOException {
    Path left = Files.createDirectories(folder.resolve("data/spill/lineup-99999999999-x"));
    Files.writeString(left.resolve("1-items"), "x");
    Files.setLastModifiedTime(left, FileTime.fromMillis(0));
    try (OpenWindow _ = open()) {
      assertThat(left).doesNotExist();
      assertThat(folder.resolve("data/spill")).isDirectory();
    }
  }

  @Test
  void whatWasRemovedOnPurposeDoesNotComeBack() throws TimeoutException {
    try (OpenWindow window = open()) {
      window.doNow(() -> {
        List.copyOf(window.rooms().sources().rows()).forEach(window.rooms().sources()::remove);
        List.copyOf(window.rooms().rules().rows()).forEach(window.rooms().rules()::remove);
      });
    }
    try (OpenWindow window = open()) {
      assertThat(sources(window)).isEmpty();
      assertThat(rules(window)).isEmpty();
      window.go(Room.SOURCES);
      assertThat(window.shows("#welcome")).isFalse();
    }
  }

  @Test
  void theSampleComesBackAsTheSample() throws TimeoutException {
    open().close();
    try (OpenWindow window = open()) {
      window.awaitCounted();
      assertThat(sources(window)).containsExactly("Sample");
      assertThat(window.ask(() -> window.rooms().sources().onlySample().getValue())).isTrue();
      assertThat(rules(window)).hasSize(2);
    }
  }

  @Test
  void theWindowIsWhereItWas() throws TimeoutException {
    try (OpenWindow window = open()) {
      window.doNow(() -> {
        window.stage().setX(40);
        window.stage().setY(30);
        window.stage().setWidth(1024);
        window.stage().setHeight(660);
      });
    }
    try (OpenWindow window = open()) {
      assertThat(window.<Double>ask(window.stage()::getX)).isEqualTo(40);
      assertThat(window.<Double>ask(window.stage()::getY)).isEqualTo(30);
      assertThat(window.<Double>ask(window.stage()::getWidth)).isEqualTo(1024);
      assertThat(window.<Double>ask(window.stage()::getHeight)).isEqualTo(660);
    }
  }

  @Test
  void aSecondProgramIsToldAndOpensWhenTheFirstHasEnded() throws Exception {
    open().close();
    Process other = holdOpen(folder.resolve("data"));
    try (OpenWindow window = OpenWindow.failing(folder.resolve("data"))) {
      assertThat(window.ask(() -> window.main().opening().failure().get()).what()).contains("already open");
      assertThat(window.shows("#fresh")).isFalse();
      other.destroyForcibly().waitFor();
      window.click("#again");
      window.await(() -> window.main().rooms().get() != null);
      assertThat(sources(window)).containsExactly("Sample");
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aFreshLibraryOfAnotherProgramIsNotSetAside() throws Exception {
    open().close();
    Path data = folder.resolve("data");
    Files.write(LibraryFile.file(data), "no library at all\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
    try (OpenWindow window = OpenWindow.failing(data)) {
      Files.delete(LibraryFile.file(data));
      Process other = holdOpen(data);
      try {
        window.click("#fresh");
        window.await(() -> window.main().opening().failure().get() != null);
        assertThat(window.ask(() -> window.main().opening().failure().get()).what()).contains("already open");
        try (var files = Files.list(data)) {
          assertThat(files.filter(file -> file.toString().contains("library-damaged-"))).isEmpty();
        }
      } finally {
        other.destroyForcibly();
      }
    }
  }

  /// Another process that has the library open.
  static Process holdOpen(Path data) throws IOException {
    Path program = Files.writeString(Files.createTempDirectory(data.getParent(), "other").resolve("Hold.java"), """
        void main(String[] args) throws Exception {
          var file = java.nio.channels.FileChannel.open(java.nio.file.Path.of(args[0]),
              java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
          var lock = file.lock(1L << 40, 1, false);
          IO.println("it is open " + lock.isValid());
          Thread.sleep(600_000);
        }
        """);
    Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        program.toString(), data.resolve("library.lock").toString()).redirectErrorStream(true).start();
    BufferedReader said = other.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.contains("it is open")) {
        return other;
      }
    }
    throw new IllegalStateException("the other program did not open the library");
  }

  @Test
  void aDamagedLibraryIsSaidAndKeptAside() throws TimeoutException, IOException {
    open().close();
    Path data = folder.resolve("data");
    byte[] damaged = "no library at all\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
    Files.write(LibraryFile.file(data), damaged);
    try (OpenWindow window = OpenWindow.failing(data)) {
      assertThat(window.ask(() -> window.main().opening().failure().get()).what()).contains("damaged");
      assertThat(LibraryFile.file(data)).hasBinaryContent(damaged);
      assertThat(window.shows("#again")).isFalse();
      window.click("#fresh");
      window.await(() -> window.main().rooms().get() != null);
      assertThat(window.textOf("#noticeText")).contains("library-damaged-");
      assertThat(sources(window)).containsExactly("Sample");
      window.click("#closeNotice");
      assertThat(window.shows("#notice")).isFalse();
    }
    try (var files = Files.list(data)) {
      assertThat(files.filter(file -> file.toString().contains("library-damaged-"))).singleElement()
          .satisfies(file -> assertThat(file).hasBinaryContent(damaged));
    }
    try (OpenWindow window = open()) {
      assertThat(sources(window)).containsExactly("Sample");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatCannotBeMadeIsSaidAndTheWindowCloses() throws TimeoutException, IOException {
    Path file = Files.writeString(folder.resolve("data"), "a file has that name");
    try (OpenWindow window = OpenWindow.failing(file)) {
      assertThat(window.ask(() -> window.main().opening().failure().get()).subject()).isEqualTo(file.toString());
      assertThat(window.shows("#again")).isTrue();
      window.click("#quit");
      assertThat(window.<Boolean>ask(window.stage()::isShowing)).isFalse();
    }
    assertThat(file).hasContent("a file has that name");
  }

  @Test
  void closingDuringARunAsksAndThenStopsIt() throws TimeoutException, IOException {
    Path target;
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress()); OpenWindow window = open()) {
      target = Files.writeString(window.published(), "the old one");
      silent.setSoTimeout(20_000);
      window.awaitCounted();
      window.doNow(() -> window.rooms().sources().adding()
          .addPasted(List.of(), "http://localhost:" + silent.getLocalPort() + "/list.m3u"));
      try (Socket counting = silent.accept()) {
        window.go(Room.RUN);
        window.click("#start");
        // It waits for the list that is being counted.
        window.awaitPhase(Phase.RUNNING);
        window.askToClose();
        window.press(KeyCode.ESCAPE);
        assertThat(window.<Boolean>ask(window.stage()::isShowing)).isTrue();
        assertThat(window.<Phase>ask(() -> window.rooms().run().phase().get())).isEqualTo(Phase.RUNNING);
        window.askToClose();
        window.askToClose();
        window.press(KeyCode.ENTER);
        window.await(() -> !window.stage().isShowing());
        assertThat(counting.isConnected()).isTrue();
      }
    }
    assertThat(target).hasContent("the old one");
    try (var files = Files.list(target.getParent())) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aWindowWithoutARunClosesAtOnce() throws TimeoutException {
    try (OpenWindow window = open()) {
      window.askToClose();
      assertThat(window.<Boolean>ask(window.stage()::isShowing)).isFalse();
    }
  }
}

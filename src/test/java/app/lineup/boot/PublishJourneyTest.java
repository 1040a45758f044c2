package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.gui.publish.model.ServerState;
import app.lineup.gui.shell.model.Room;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// From a run to a saved file and to a player, through the window.
final class PublishJourneyTest {

  /// More than the system holds back for a client that does not read.
  private static final int MANY = 150_000;

  @TempDir
  private Path folder;

  private void runSample(OpenWindow window) throws TimeoutException {
    window.awaitCounted();
    run(window);
  }

  /// Runs to the end and shows what became of it.
  static void run(OpenWindow window) throws TimeoutException {
    var published = new AtomicBoolean();
    window.doNow(() -> window.rooms().run().outcome().lastResult().subscribe((before, now) -> published.set(true)));
    window.go(Room.RUN);
    window.click("#start");
    window.await(published::get);
    window.go(Room.PUBLISH);
  }

  private static URI serve(OpenWindow window) throws TimeoutException {
    window.type("#port", Integer.toString(freePort()));
    window.click("#startServing");
    awaitServer(window, ServerState.ON);
    return URI.create(window.ask(() -> window.rooms().publish().server().address().get()));
  }

  private static void awaitServer(OpenWindow window, ServerState state) throws TimeoutException {
    window.await(() -> window.rooms().publish().server().state().get() == state);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<byte[]> fetch(HttpClient client, String method, URI at, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(at).timeout(Duration.ofSeconds(20)).header("User-Agent", "TestPlayer/1")
        .method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  void aFirstStartTeachesWhatToDo() throws TimeoutException {
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.PUBLISH);
      window.await(() -> window.rooms().publish().published().nothing().get());
      assertThat(window.shows("#empty")).isTrue();
      assertThat(window.shows("#there")).isFalse();
      window.click("#toRunView");
      assertThat(window.ask(() -> window.rooms().shell().room().get())).isEqualTo(Room.RUN);
    }
  }

  @Test
  void theSampleIsRunSavedAndReadBack() throws TimeoutException, IOException {
    Path to = folder.resolve("tv.m3u");
    try (var window = new OpenWindow(folder.resolve("data"))) {
      runSample(window);
      window.await(() -> window.rooms().publish().published().current().get() != null);
      assertThat(window.textOf("#channels")).endsWith(" channels");
      window.type("#path", to.toString());
      new FxRobot().press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
      window.await(() -> window.textOf("#saved").startsWith("Saved "));
      assertThat(window.textOf("#saved")).isEqualTo("Saved " + window.textOf("#channels") + " to " + to);
      assertThat(to).hasSameBinaryContentAs(window.published());
      window.type("#path", folder.resolve("no such folder/tv.m3u").toString());
      window.click("#save");
      window.await(() -> window.rooms().publish().saving().failure().get() != null);
      assertThat(window.shows("#saveFailure")).isTrue();
    }
    // After a restart what was published is there.
    try (var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.PUBLISH);
      window.await(() -> window.textOf("#channels").endsWith(" channels"));
      assertThat(window.shows("#empty")).isFalse();
    }
  }

  @Test
  void anEarlierVersionIsUsedAgain() throws TimeoutException, IOException {
    Path list = Files.writeString(folder.resolve("mine.m3u"), "#EXTM3U\n#EXTINF:-1,Mine\nhttp://host/1\n");
    try (var window = new OpenWindow(folder.resolve("data"))) {
      runSample(window);
      byte[] first = Files.readAllBytes(window.published());
      window.doNow(() -> window.rooms().sources().adding().addPasted(List.of(list), ""));
      window.awaitCounted();
      run(window);
      byte[] second = Files.readAllBytes(window.published());
      assertThat(second).isNotEqualTo(first);
      var earlier = window.rooms().publish().published().earlier();
      window.await(() -> earlier.rows().size() == 1);
      window.doNow(() -> table("#versions").getSelectionModel().select(0));
      window.doNow(() -> window.rooms().publish().published().earlier().useAgain(earlier.rows().getFirst()));
      window.await(() -> !earlier.said().get().isEmpty());
      assertThat(window.published()).hasBinaryContent(first);
      window.await(() -> earlier.rows().size() == 1);
      window.doNow(earlier::undo);
      window.await(() -> earlier.said().get().isEmpty());
      assertThat(window.published()).hasBinaryContent(second);
    }
  }

  @Test
  void aPlayerFetchesItAndIsListed() throws Exception {
    URI address;
    try (var window = new OpenWindow(folder.resolve("data")); var client = HttpClient.newHttpClient()) {
      runSample(window);
      assertThat(window.textOf("#server")).isEqualTo("Server off");
      address = serve(window);
      assertThat(window.textOf("#server")).isEqualTo("Serving at " + address.getAuthority());
      byte[] published = Files.readAllBytes(window.published());

      HttpResponse<byte[]> plain = fetch(client, "GET", address);
      assertThat(plain.statusCode()).isEqualTo(200);
      assertThat(plain.body()).isEqualTo(published);
      String tag = plain.headers().firstValue("ETag").orElseThrow();
      HttpResponse<byte[]> packed = fetch(client, "GET", address, "Accept-Encoding", "gzip");
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
      try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
        assertThat(unpacked.readAllBytes()).isEqualTo(published);
      }
      HttpResponse<byte[]> head = fetch(client, "HEAD", address);
      assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(published.length);
      assertThat(head.body()).isEmpty();
      assertThat(fetch(client, "GET", address, "If-None-Match", tag).statusCode()).isEqualTo(304);

      window.await(() -> table("#fetches").getItems().size() == 4);
      assertThat(window.ask(() -> table("#fetches").getItems().toString()))
          .contains("TestPlayer/1", "Unchanged since last time", "Asked, not fetched");

      assertThat(read(window)).isEqualTo(address.toString());
      window.click("#copy");
      assertThat(window.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(address.toString());

      window.click("#newAddress");
      window.click("#makeNew");
      awaitServer(window, ServerState.ON);
      URI later = URI.create(window.ask(() -> window.rooms().publish().server().address().get()));
      assertThat(later.getPort()).isEqualTo(address.getPort());
      assertThat(fetch(client, "GET", address).statusCode()).isEqualTo(404);
      assertThat(fetch(client, "GET", later).body()).isEqualTo(published);
      assertThat(read(window)).isEqualTo(later.toString());
      // The focus stays near what was answered, so that the view is not scrolled away.
      window.click("#newAddress");
      window.click("#keepOld");
      window.click("#stop");
      awaitServer(window, ServerState.OFF);
    }
    // With the window the server is gone.
    try (var client = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> fetch(client, "GET", address)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void servingGoesOnWhileARunReplacesTheFile() throws Exception {
    Path list = folder.resolve("big.m3u");
    Files.writeString(list, big("old"));
    try (var window = new OpenWindow(folder.resolve("data")); var client = HttpClient.newHttpClient()) {
      window.doNow(() -> window.rooms().sources().adding().addFiles(List.of(list)));
      runSample(window);
      URI address = serve(window);
      byte[] old = Files.readAllBytes(window.published());
      try (var slow = new Socket()) {
        slow.setReceiveBufferSize(4096);
        slow.setSoTimeout(20_000);
        slow.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        slow.getOutputStream().write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
        InputStream in = slow.getInputStream();
        skipHeaders(in);
        Files.writeString(list, big("new"));
        run(window);
        byte[] now = Files.readAllBytes(window.published());
        assertThat(now).isNotEqualTo(old);
        assertThat(fetch(client, "GET", address).body()).isEqualTo(now);
        assertThat(in.readAllBytes()).isEqualTo(old);
      }
    }
  }

  @Test
  void aPortInUseIsSaidAndAFreeOneTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var window = new OpenWindow(folder.resolve("data"))) {
      window.go(Room.PUBLISH);
      window.type("#port", Integer.toString(taken.getLocalPort()));
      window.click("#startServing");
      window.await(() -> window.rooms().publish().server().failure().get() != null);
      assertThat(window.shows("#serverFailure")).isTrue();
      assertThat(window.ask(() -> window.rooms().publish().server().failure().get().what()))
          .isEqualTo("another program uses it");
      window.click("#startAnywhere");
      awaitServer(window, ServerState.ON);
      assertThat(window.shows("#serverFailure")).isFalse();
      window.click("#stop");
      awaitServer(window, ServerState.OFF);
    }
  }

  private static void skipHeaders(InputStream in) throws IOException {
    int seen = 0;
    while (seen != 0x0d0a0d0a) {
      int next = in.read();
      assertThat(next).isNotNegative();
      seen = seen << 8 | next;
    }
  }

  private static String big(String word) {
    var text = new StringBuilder("#EXTM3U\n");
    for (int i = 0; i < MANY; i++) {
      text.append("#EXTINF:-1 tvg-id=\"id.").append(i).append("\" group-title=\"Group\",Channel ").append(word)
          .append(i)
          .append("\nhttp://host.example/stream/of/the/channel/").append(i).append(".m3u8\n");
    }
    return text.toString();
  }

  private static TableView<?> table(String name) {
    return new FxRobot().lookup(name).queryTableView();
  }

  /// What a reader of codes reads from the picture of the code.
  private static String read(OpenWindow window) throws Exception {
    Image picture = window.ask(() -> new FxRobot().lookup("#code").<Node>query().snapshot(null, null));
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = picture.getPixelReader().getArgb(i % width, i / width);
    }
    var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader().decode(image).getText();
  }
}

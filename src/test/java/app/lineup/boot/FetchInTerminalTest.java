package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.output.Terminal;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `HTTP-88`: what a server asks for beside the address, and addresses with logins that nobody is to see.
final class FetchInTerminalTest {

  private static final String LIST = "#EXTM3U\n#EXTINF:-1,One\nhttp://host/1\n";

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", FetchInTerminalTest::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  /// Gives the list to a player that has the key.
  private static void answer(HttpExchange exchange) throws IOException {
    boolean good = "VLC/3".equals(exchange.getRequestHeaders().getFirst("User-Agent"))
        && "k3y".equals(exchange.getRequestHeaders().getFirst("X-Key"));
    byte[] body = good ? LIST.getBytes(StandardCharsets.UTF_8) : new byte[0];
    exchange.sendResponseHeaders(good ? 200 : 403, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/get.php?username=me&password=s3cr3tW0rd";
  }

  private int run(String... words) {
    return Wiring.run(new Terminal(out, StandardCharsets.UTF_8, err, StandardCharsets.UTF_8, false), words);
  }

  @Test
  @DisplayName("headers and the name of a player are sent, by build, check and explain")
  void headers() {
    Path playlist = folder.resolve("out.m3u");
    assertThat(run("build", address(), "-o", playlist.toString(), "--user-agent", "VLC/3", "--header", "X-Key: k3y"))
        .as(err::toString).isZero();
    assertThat(playlist).hasContent(LIST);
    assertThat(run("check", address(), "--user-agent", "VLC/3", "--header", "X-Key: k3y")).isZero();
    assertThat(run("explain", address(), "--channel", "One", "--user-agent", "VLC/3", "--header", "X-Key: k3y"))
        .isZero();
    assertThat(out + " " + err).doesNotContain("s3cr3tW0rd").doesNotContain("k3y");
  }

  @Test
  @DisplayName("without them the server refuses, and it is said what may be missing")
  void refused() {
    assertThat(run("build", address(), "-o", folder.resolve("out.m3u").toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("User-Agent").doesNotContain("s3cr3tW0rd");
  }

  @Test
  @DisplayName("a file names lists; its addresses are masked like all others")
  void sourceFile() throws IOException {
    Path addresses = Files.writeString(folder.resolve("mine.txt"), "# mine\n\n" + address() + "\n");
    Path playlist = folder.resolve("out.m3u");
    assertThat(run("build", "--source-file", addresses.toString(), "-o", playlist.toString(), "--user-agent", "VLC/3",
        "--header", "X-Key: k3y")).as(err::toString).isZero();
    assertThat(playlist).hasContent(LIST);
    assertThat(out + " " + err).doesNotContain("s3cr3tW0rd");
    assertThat(run("build", "--source-file", folder.resolve("none").toString(), "-o", "x")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("none: it cannot be read");
  }

  @Test
  @DisplayName("what cannot be a header is refused, and not repeated")
  void noHeader() {
    assertThat(run("build", address(), "-o", "x", "--header", "secret-without-colon")).isEqualTo(2);
    assertThat(run("build", address(), "-o", "x", "--user-agent", "a\nb")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--header: this cannot be sent as a header")
        .contains("--user-agent: this cannot").doesNotContain("secret-without");
  }
}

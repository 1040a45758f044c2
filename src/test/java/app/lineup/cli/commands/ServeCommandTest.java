package app.lineup.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class ServeCommandTest {

  /// Hands over each line as it is said.
  private static final class Lines extends ByteArrayOutputStream {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Override
    public synchronized void flush() {
      said.add(toString(StandardCharsets.UTF_8).stripTrailing());
      reset();
    }

    String next() throws InterruptedException {
      return String.valueOf(said.poll(20, TimeUnit.SECONDS));
    }
  }

  private final Session session = new Session();
  private final Lines out = new Lines();
  private final Lines err = new Lines();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Thread command;

  @TempDir
  private Path folder;
  private Path list;

  @BeforeEach
  void write() throws IOException {
    list = Files.writeString(folder.resolve("tv.m3u"), "#EXTM3U\n#EXTINF:-1,One\nhttp://host/user/password/1\n");
  }

  @AfterEach
  void end() throws InterruptedException {
    client.close();
    if (command != null) {
      command.interrupt();
      command.join();
    }
  }

  private void start(Object... words) {
    String[] typed = Stream.of(words).map(Object::toString).toArray(String[]::new);
    var terminal = new Terminal(out, session.charset, err, session.charset, false);
    command = Thread.ofVirtual().start(
        () -> exitCode.complete(new Commands(terminal, session, Thread::new, "1.2.3").run(typed)));
  }

  private int stop() throws InterruptedException {
    command.interrupt();
    command.join();
    return exitCode.join();
  }

  private int get(String address, String agent) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).header("User-Agent", agent).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void saysTheAddressAndWhoFetches() throws IOException, InterruptedException {
    start("serve", list, "--port", "0");
    assertThat(err.next()).isEqualTo("Serving " + list + " at");
    String address = out.next();
    assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/[\\w-]{22}/playlist\\.m3u");
    assertThat(get(address, "VLC/3.0.20 LibVLC")).isEqualTo(200);
    assertThat(err.next()).matches(
        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  127\\.0\\.0\\.1  200 sent, 51 B in \\d+\\.\\d s  VLC/3\\.0\\.20 "
            + "LibVLC");
    assertThat(get(address.replace("playlist", "other"), "http://u:p@h/?token=T")).isEqualTo(404);
    assertThat(err.next()).contains("  404 wrong address, ").endsWith("  http://***@h/?token=***");
    assertThat(stop()).isEqualTo(130);
    assertThat(err.next()).isEqualTo("Stopped.");
  }

  @Test
  void saysOnlyTheAddressWhenQuiet() throws IOException, InterruptedException {
    start("serve", list, "--port", "0", "--token", "9f86d081884c7d659a2feaa0c55ad015", "-q");
    String address = out.next();
    assertThat(address).endsWith("/9f86d081884c7d659a2feaa0c55ad015/playlist.m3u");
    assertThat(get(address, "x")).isEqualTo(200);
    assertThat(stop()).isEqualTo(130);
    assertThat(err.said).isEmpty();
    assertThat(out.said).isEmpty();
  }

  @Test
  void aTokenThatCanBeFoundByTryingIsSaidToBeOne() throws InterruptedException {
    start("serve", list, "--port", "0", "--token", "my-own-token", "-q");
    assertThat(err.next()).contains("can be found by trying");
    assertThat(out.next()).endsWith("/my-own-token/playlist.m3u");
    assertThat(stop()).isEqualTo(130);
  }

  @Test
  void tellsProgramsTheAddress() throws IOException, InterruptedException {
    start("serve", list, "--json", "--port", "0");
    var json = new JsonMapper().readTree(out.next());
    assertThat(json.get("addresses").size()).isEqualTo(1);
    assertThat(get(json.get("address").asString(), "x")).isEqualTo(200);
    assertThat(err.next()).contains("200 sent");
    assertThat(stop()).isEqualTo(130);
  }

  @Test
  void servesBeforeThereIsAFile() throws IOException, InterruptedException {
    Files.delete(list);
    start("serve", list, "--port", "0");
    assertThat(err.next()).contains("is not there yet");
    assertThat(err.next()).startsWith("Serving");
    String address = out.next();
    assertThat(get(address, "x")).isEqualTo(503);
    assertThat(err.next()).contains("503 the file cannot be read");
    write();
    assertThat(get(address, "x")).isEqualTo(200);
  }

  @Test
  void warnsWhereOthersCanReachIt() throws InterruptedException {
    start("serve", list, "--port", "0", "--bind", "0.0.0.0", "--quiet");
    assertThat(err.next()).contains("your providers' passwords");
    assertThat(out.next()).startsWith("http://").doesNotContain("0.0.0.0");
    assertThat(session.served.isLocal()).isFalse();
  }

  @Test
  void saysWhatToDoWhereThePortIsTaken() throws InterruptedException {
    start("serve", list, "--port", "0", "-q");
    String port = Integer.toString(URI.create(out.next()).getPort());
    var second = new Session();
    assertThat(second.run("serve", list.toString(), "--port", port)).isEqualTo(1);
    assertThat(second.err().lines()).containsExactly("lineup: port " + port + ": another program uses it.",
        "Choose another with --port (0 finds a free one), or end the program that has it.");
    assertThat(second.out()).isEmpty();
  }

  @Test
  void refusesAFolder() {
    assertThat(session.run("serve", folder.toString())).isEqualTo(1);
    assertThat(session.err()).startsWith("lineup: " + folder + ": it is a folder.");
    assertThat(session.served).isNull();
  }
}

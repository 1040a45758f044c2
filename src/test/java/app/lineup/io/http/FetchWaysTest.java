package app.lineup.io.http;

import static app.lineup.io.http.LocalServer.answer;
import static app.lineup.io.http.LocalServer.head;
import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.model.Address;
import app.lineup.model.Fetching;
import app.lineup.model.Fetching.Header;
import app.lineup.model.Fetching.Login;
import app.lineup.problem.PipelineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that want more than an address, or answer in odd ways.
final class FetchWaysTest {

  private static final String LIST = "#EXTM3U\n#EXTINF:-1,A\nhttp://h/1\n";

  @TempDir
  private Path folder;

  private static Fetching with(List<Header> headers, Optional<Login> login) {
    return new Fetching(headers, login, false);
  }

  @Test
  @DisplayName("HTTP-88: a server that answers only to a player, with its Referer and a header of its own")
  void sendsHeaders() throws Exception {
    LocalServer.Answer picky = (request, out) -> {
      boolean player = "VLC/3.0.20".equals(request.headers().get("user-agent"))
          && "http://portal/".equals(request.headers().get("referer"))
          && "s3cret".equals(request.headers().get("x-token"));
      (player ? answer(200, LIST) : answer(403, "no")).write(request, out);
    };
    try (var server = LocalServer.start(picky); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server.uri("/")).advice()).contains("a User-Agent", "a Referer", "--user-agent");
      bench.how = with(List.of(new Header("user-agent", "VLC/3.0.20"), new Header("Referer", "http://portal/"),
          new Header("X-Token", "s3cret")), Optional.empty());
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo(LIST);
    }
  }

  @Test
  @DisplayName("HTTP-88: what is secret goes to the server of the address alone")
  void keepsSecretsFromOthers() throws Exception {
    try (var other = LocalServer.start(answer(200, LIST));
        var server = LocalServer.start(answer(302, "", "Location: " + other.uri("/there")));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.how = with(List.of(new Header("User-Agent", "Kodi"), new Header("X-Token", "s3cret")),
          Optional.of(new Login("u5er", "s3cret")));
      bench.fetch(server.uri("/"));
      assertThat(server.requests().getFirst().headers()).containsEntry("x-token", "s3cret")
          .containsKey("authorization");
      assertThat(other.requests().getFirst().headers()).containsEntry("user-agent", "Kodi")
          .doesNotContainKeys("x-token", "authorization");
    }
  }

  @ParameterizedTest(name = "HTTP-88: Digest with {0}")
  @CsvSource({"MD5,auth,false", "SHA-256,auth,false", "MD5-sess,auth,false", "MD5,,false", "MD5,'auth-int,auth',true"})
  void logsInByDigest(String algorithm, String qop, boolean inAddress) throws Exception {
    String challenge = "WWW-Authenticate: Digest realm=\"a, \\\"b\\\"\", nonce=\"n0\", opaque=\"o\", algorithm="
        + algorithm
        + (qop == null ? "" : ", qop=\"" + qop + "\"");
    LocalServer.Answer digest = (request, out) -> {
      boolean right = isRight(request, algorithm.replace("-sess", ""),
          algorithm.endsWith("-sess"), "u:ser", "s3cret:@");
      (right ? answer(200, LIST) : answer(401, "no", challenge, "WWW-Authenticate: Basic realm=\"x\""))
          .write(request, out);
    };
    try (var server = LocalServer.start(digest); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server.uri("/list?a=b")).what())
          .startsWith("the server wants a login, and none was sent");
      URI uri = server.uri("/list?a=b");
      if (inAddress) {
        uri = URI.create(uri.toString().replace("://", "://u:ser:s3cret%3A%40@"));
      }
      bench.how = inAddress ? Fetching.PLAIN : with(List.of(), Optional.of(new Login("u:ser", "s3cret:@")));
      assertThat(bench.how.toString()).doesNotContain("s3cret");
      bench.fetch(uri);
      assertThat(bench.text()).isEqualTo(LIST);
    }
  }

  private static boolean isRight(LocalServer.Request request, String function, boolean session, String user,
      String password) throws IOException {
    String said = request.headers().getOrDefault("authorization", "");
    String realm = "a, \"b\"";
    // A name with a colon cannot be told from its password by Basic; Digest splits at the first.
    String name = user.substring(0, user.indexOf(':'));
    String one = hash(function, name + ":" + realm + ":" + user.substring(user.indexOf(':') + 1) + ":" + password);
    String first = session ? hash(function, one + ":n0:" + part(said, "cnonce")) : one;
    String second = hash(function, "GET:" + request.path());
    String qop = part(said, "qop").isEmpty() ? "" : part(said, "nc") + ":" + part(said, "cnonce") + ":auth:";
    return said.startsWith("Digest ") && part(said, "opaque").equals("o")
        && part(said, "response").equals(hash(function, first + ":n0:" + qop + second));
  }

  private static String part(String header, String name) {
    Matcher found = Pattern.compile("[ ,]" + name + "=\"?([^\",]*)").matcher(header);
    return found.find() ? found.group(1) : "";
  }

  private static String hash(String function, String text) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(function).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  @Test
  @DisplayName("HTTP-88: a cookie that is set on a redirect to the same address is sent back there")
  void keepsCookies() throws Exception {
    LocalServer.Answer gate = (request, out) -> {
      boolean passed = request.headers().getOrDefault("cookie", "").contains("pass=1");
      (passed ? answer(200, LIST) : answer(302, "", "Location: /list", "Set-Cookie: pass=1; Path=/"))
          .write(request, out);
    };
    try (var server = LocalServer.start(gate); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/list"));
      assertThat(bench.text()).isEqualTo(LIST);
      bench.fetch(server.uri("/list"));
      assertThat(server.requests()).as("the next fetch knows no cookie").hasSize(4);
    }
  }

  @Test
  @DisplayName("a server that sets another cookie at each redirect is given up")
  void endsCookieCircles() throws Exception {
    LocalServer.Answer circle = (request, out) -> answer(302, "", "Location: /", "Set-Cookie: n="
        + request.headers().getOrDefault("cookie", "").length() + System.nanoTime()).write(request, out);
    try (var server = LocalServer.start(circle); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).contains("redirects more than 4 times");
    }
  }

  @ParameterizedTest(name = "M3U-79: fetched: {0}")
  @CsvSource({"http://iptv_proxy.localhost:PORT/list,iptv_proxy.localhost",
      "http://me:p@ss@127.0.0.1:PORT/list,127.0.0.1",
    "http://me@mail.example:p:ss@127.0.0.1:PORT/list,127.0.0.1",
        "http://my_user:a b@iptv_proxy.localhost:PORT/list,iptv_proxy.localhost"})
  void fetchesFromEveryHost(String text, String host) throws Exception {
    try (var server = LocalServer.start(answer(200, LIST)); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(Address.parse(text.replace("PORT", "" + server.uri("/").getPort())).orElseThrow());
      assertThat(bench.text()).isEqualTo(LIST);
      LocalServer.Request request = server.requests().getFirst();
      assertThat(request.headers().get("host")).startsWith(host + ":");
      if (text.contains("@")) {
        String login = text.substring(7, text.lastIndexOf('@'));
        assertThat(request.headers()).containsEntry("authorization", Ask.basic(login));
      }
    }
  }

  @Test
  @DisplayName("M3U-79: a host with an underscore that does not answer is named, and a redirect to one is followed")
  void oldConnections() throws Exception {
    try (var target = LocalServer.start(answer(200, LIST));
        var server = LocalServer.start(answer(302, "", "Location: http://a_b.localhost:" + target.uri("/").getPort()
            + "/x"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(URI.create("http://a_b.localhost:1/x")).what())
          .isEqualTo("the server a_b.localhost refused the connection");
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo(LIST);
    }
  }

  @Test
  @DisplayName("M3U-79: a large body over the old connection comes whole, and a broken one is a failure")
  void oldConnectionsHandOver() throws Exception {
    String large = LIST.repeat(20_000);
    try (var server = LocalServer.start(answer(200, large)); var broken = LocalServer.start((request, out) -> {
      out.write(head(200, "Content-Length: 900000"));
      out.write(large.substring(0, 400_000).getBytes(StandardCharsets.UTF_8));
    }); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(URI.create("http://a_b.localhost:" + broken.uri("/").getPort() + "/")).what())
          .startsWith("the download broke off");
      bench.fetch(URI.create("http://a_b.localhost:" + server.uri("/").getPort() + "/"));
      assertThat(bench.text()).isEqualTo(large);
    }
  }

  @ParameterizedTest(name = "HTTP-89: Content-Encoding: {0}")
  @ValueSource(strings = {"UTF-8", "utf-8", "deflate", "deflate raw", "gzip, gzip", "gzip plain", "br plain",
      "identity",
    "gzip, identity", "deflate, gzip", "iso-8859-1", "deflate plain"})
  void readsEncodings(String kind) throws Exception {
    byte[] plain = LIST.getBytes(StandardCharsets.UTF_8);
    byte[] body = switch (kind) {
      case "deflate" -> deflated(plain, false);
      case "deflate raw" -> deflated(plain, true);
      case "gzip, gzip" -> gzipped(gzipped(plain));
      case "gzip, identity" -> gzipped(plain);
      case "deflate, gzip" -> gzipped(deflated(plain, false));
      default -> plain;
    };
    String said = kind.replace(" raw", "").replace(" plain", "");
    try (var server = LocalServer.start(answer(200, body, "Content-Encoding: " + said));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      bench.fetch(server.uri("/"));
      assertThat(bench.text()).isEqualTo(LIST);
    }
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflated(byte[] bytes, boolean raw) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(6, raw))) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  @DisplayName("HTTP-89: an encoding that nobody can read is the server's failure, by name")
  void namesUnknownEncodings() throws Exception {
    try (var server = LocalServer.start(answer(200, "\u0001\u0002\u0003 packed", "Content-Encoding: br"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).contains("packed as “br”");
    }
  }

  @Test
  @DisplayName("HTTP-120: a small answer that unpacks without end is given up")
  void limitsExpansion() throws Exception {
    var limits = new FetchLimits(FetchBench.PATIENT.connect(), FetchBench.PATIENT.firstByte(),
        FetchBench.PATIENT.stall(), FetchBench.PATIENT.total(), 1L << 32, 4);
    byte[] bomb = gzipped(new byte[1 << 20]);
    byte[] twice = gzipped(gzipped(new byte[100 << 20]));
    assertThat(bomb.length).isLessThan(2000);
    try (var server = LocalServer.start(answer(200, twice, "Content-Encoding: gzip, gzip"));
        var bench = new FetchBench(folder, limits)) {
      assertThat(bench.failure(server).what()).contains("more than 1000 times its size");
    }
  }

  @ParameterizedTest(name = "HTTP-121: malformed: {0}")
  @ValueSource(strings = {"Content-Length: 5x", "Content-Length: -5", "Content-Length: 99999999999999999999",
    "Content-Length: 5, 6", "Content-Length: 0x10"})
  void namesMalformedLengths(String header) throws Exception {
    try (var server = LocalServer.start((request, out) -> {
      out.write(head(200, header));
      out.write(LIST.getBytes(StandardCharsets.UTF_8));
    }); var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).kind()).isEqualTo(PipelineException.Kind.EXTERNAL);
    }
  }

  @ParameterizedTest(name = "HTTP-121: does not end the program: {0}")
  @ValueSource(strings = {"HTTP/1.1 2OO OK\r\n\r\n", "HTTP/1.1\r\n\r\n", "garbage\r\n\r\n",
      "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
    "HTTP/1.1 302 F\r\nLocation: http://[::1\r\n\r\n",
        "HTTP/1.1 429 W\r\nRetry-After: x\u0001\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 302 F\r\nLocation: //\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\n: x\r\n\r\n", "\r\n\r\n",
    "HTTP/1.1 302 F\r\nSet-Cookie: =;;=\r\nLocation: http://%zz/\r\n\r\n", "HTTP/1.1 999 X\r\n\r\n",
        "HTTP/1.1 -1 X\r\n\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: ,,,\r\n\r\n",
    "HTTP/1.1 401 X\r\nWWW-Authenticate: Digest\r\n\r\n",
        "HTTP/1.1 401 X\r\nWWW-Authenticate: Digest nonce=\"\r\n\r\n"})
  void survivesMalformedHeads(String head) throws Exception {
    for (String host : List.of("127.0.0.1", "a_b.localhost")) {
      try (var server = LocalServer.start((request, out) -> out.write(head.getBytes(StandardCharsets.ISO_8859_1)));
          var bench = new FetchBench(folder, FetchBench.PATIENT)) {
        bench.failure(URI.create("http://u5er:s3cret@" + host + ":" + server.uri("/").getPort() + "/x"));
      }
    }
  }

  @Test
  @DisplayName("HTTP-122: a part that nobody asked for is refused")
  void refusesParts() throws Exception {
    try (var server = LocalServer.start(answer(206, LIST, "Content-Range: bytes 0-30/1000"));
        var bench = new FetchBench(folder, FetchBench.PATIENT)) {
      assertThat(bench.failure(server).what()).contains("only a part of it (status 206)");
    }
  }
}

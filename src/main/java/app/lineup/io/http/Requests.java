package app.lineup.io.http;

import app.lineup.problem.PipelineException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Makes the request for an address. Thread-safe: no state.
final class Requests {

  /// Who asks.
  static final String USER_AGENT = "Lineup/0.1";

  private Requests() {}

  /// HTTP/1.1 in the clear, where the upgrade to HTTP/2 fails for too many servers; HTTP/2 over TLS.
  ///
  /// @param withLogin whether the `user:password@` of the address is sent
  /// @param known     what is not to be sent again
  static HttpRequest get(URI uri, boolean withLogin, Validators known, String subject) throws PipelineException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    if (!secure && !scheme.equals("http")) {
      throw new PipelineException(PipelineException.Kind.USER, subject, "this is not an http or https address",
          "Lists are fetched from http:// and https:// only; for anything else, download the list and add the file.");
    }
    if (uri.getHost() == null) {
      throw new PipelineException(PipelineException.Kind.USER, subject,
          "the address names no server, or one that no server may be called",
          "Write it as http://server:port/path; a name has letters, digits, dots and hyphens.");
    }
    var request = HttpRequest.newBuilder(bare(uri))
        .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
        .header("User-Agent", USER_AGENT)
        .header("Accept-Encoding", "gzip");
    if (withLogin && uri.getUserInfo() != null) {
      request.header("Authorization", basic(uri.getUserInfo()));
    }
    known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
    known.lastModified().ifPresent(changed -> request.header("If-Modified-Since", changed));
    return request.build();
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /// The address without login and fragment, which are not for the request line.
  private static URI bare(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(uri.getScheme() + "://" + uri.getHost() + port + path + query);
  }
}

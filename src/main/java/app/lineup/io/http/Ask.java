package app.lineup.io.http;

import app.lineup.model.Fetching;
import app.lineup.problem.PipelineException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One request. Immutable; its text shows no header, since they hold logins.
///
/// @param uri     without login and fragment
/// @param headers by name
record Ask(URI uri, Map<String, String> headers) {

  /// Who asks, where the source says nothing else.
  static final String USER_AGENT = "Lineup/0.1";

  Ask {
    headers = Map.copyOf(headers);
  }

  /// The request for an address.
  ///
  /// @param toServer whether what is for the server of the source alone is sent: it is that one
  /// @param login    what logs in there, as the header says it
  /// @param cookies  what was set before in this fetch, empty for none
  /// @param known    what is not to be sent again
  static Ask of(URI uri, Fetching how, boolean toServer, Optional<String> login, String cookies, Validators known,
      String subject) throws PipelineException {
    String scheme = Authority.scheme(uri);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new PipelineException(PipelineException.Kind.USER, subject, "this is not an http or https address",
          "Lists are fetched from http:// and https:// only; for anything else, download the list and add the file.");
    }
    Authority server = Authority.of(uri);
    if (server.host().isEmpty()) {
      throw new PipelineException(PipelineException.Kind.USER, subject,
          "the address names no server, or one that no server may be called",
          "Write it as http://server:port/path; a name has letters, digits, dots, hyphens and underscores.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", USER_AGENT);
    headers.put("Accept-Encoding", "gzip");
    login.filter(_ -> toServer).ifPresent(said -> headers.put("Authorization", said));
    known.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
    known.lastModified().ifPresent(changed -> headers.put("If-Modified-Since", changed));
    for (Fetching.Header header : how.headers()) {
      if (toServer || header.isHarmless()) {
        headers.keySet().removeIf(header::is);
        headers.put(header.name(), header.value());
      }
    }
    if (!cookies.isEmpty()) {
      headers.merge("Cookie", cookies, (given, set) -> given + "; " + set);
    }
    return new Ask(server.bare(uri), headers);
  }

  static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Ask[" + headers.keySet() + "]";
  }
}

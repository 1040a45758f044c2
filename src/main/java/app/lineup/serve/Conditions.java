package app.lineup.serve;

import com.sun.net.httpserver.Headers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares what a client has with what is there.
final class Conditions {

  private Conditions() {}

  /// Whether the client asks for a version that this is not (RFC 9110, 13.2.2).
  ///
  /// @param tag      the tag of what would be sent
  /// @param modified when it was written, or null where that says nothing
  static boolean fail(Headers request, String tag, @Nullable Instant modified) {
    List<String> tags = request.get("If-Match");
    if (tags != null) {
      return tags.stream().noneMatch(line -> namesStrongly(line, tag));
    }
    Instant since = HttpDate.parse(request.getFirst("If-Unmodified-Since"));
    return since != null && modified != null && modified.isAfter(since);
  }

  /// Whether the client has this very version, so that it need not be sent.
  ///
  /// @param tag      the tag of what would be sent
  /// @param modified when it was written, or null where that says nothing
  static boolean unchanged(Headers request, String tag, @Nullable Instant modified) {
    List<String> tags = request.get("If-None-Match");
    if (tags != null) {
      return tags.stream().anyMatch(line -> names(line, tag));
    }
    Instant since = HttpDate.parse(request.getFirst("If-Modified-Since"));
    return since != null && modified != null && !modified.isAfter(since);
  }

  /// Whether a range may be cut from this version: the client has the rest of it, or did not say what it has.
  static boolean rangeFits(Headers request, String tag, @Nullable Instant modified) {
    String held = request.getFirst("If-Range");
    if (held == null) {
      return true;
    }
    if (held.strip().equals(tag)) {
      return true;
    }
    Instant date = HttpDate.parse(held);
    return date != null && date.equals(modified);
  }

  /// A weak tag is never the same as ours.
  private static boolean namesStrongly(String line, String tag) {
    for (String item : line.split(",", -1)) {
      String held = item.strip();
      if (held.equals("*") || held.equals(tag)) {
        return true;
      }
    }
    return false;
  }

  /// Our tags hold no comma, so that one in a foreign tag cannot make it look like ours.
  private static boolean names(String line, String tag) {
    for (String item : line.split(",", -1)) {
      String held = item.strip();
      if (held.equals("*") || (held.startsWith("W/") ? held.substring(2) : held).equals(tag)) {
        return true;
      }
    }
    return false;
  }
}

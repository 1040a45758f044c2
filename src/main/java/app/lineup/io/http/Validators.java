package app.lineup.io.http;

import java.util.Optional;

/// What a server calls a state of a document, so that it can be asked for a newer one only (`HTTP-60`). Immutable.
///
/// @param etag         the server's name for it; empty where it gave none that can be sent back
/// @param lastModified when the server says it was changed, as the server wrote it; empty likewise
public record Validators(Optional<String> etag, Optional<String> lastModified) {

  /// Nothing is known: the document is wanted in any case.
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  private static final int MOST_CHARS = 1024;

  public Validators {
    etag = etag.filter(Validators::canBeSent);
    lastModified = lastModified.filter(Validators::canBeSent);
  }

  /// Whether a server can be asked with these.
  public boolean isKnown() {
    return etag.isPresent() || lastModified.isPresent();
  }

  private static boolean canBeSent(String text) {
    return !text.isBlank() && text.length() <= MOST_CHARS && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }
}

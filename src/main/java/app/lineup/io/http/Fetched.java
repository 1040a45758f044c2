package app.lineup.io.http;

import java.util.Optional;

/// What a download brought, beside the file.
///
/// @param bytes        how many were written to the file
/// @param etag         the server's name for this state of the document
/// @param lastModified when the server says it was changed, as the server wrote it
public record Fetched(long bytes, Optional<String> etag, Optional<String> lastModified) {

  /// What to ask the server with next time.
  public Validators validators() {
    return new Validators(etag, lastModified);
  }
}

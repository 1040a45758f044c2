package app.lineup.io.http;

/// What a server answered to a request for something small.
public sealed interface Reply {

  /// The whole document, and what to ask for it with next time.
  ///
  /// @param bytes belong to the reader
  record Whole(byte[] bytes, Validators validators) implements Reply {}

  /// The document is still the one that was named in the request.
  record Unchanged() implements Reply {}

  /// There is no document.
  ///
  /// @param status 404 and the like
  record Refused(int status) implements Reply {}

  /// The document is larger than [FetchLimits#maxBytes]; no more of it was read than that.
  record TooLarge() implements Reply {}
}

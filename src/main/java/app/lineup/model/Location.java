package app.lineup.model;

import java.net.URI;
import java.nio.file.Path;

/// Where a list is.
public sealed interface Location {

  /// A file, plain or compressed.
  record OfFile(Path path) implements Location {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// An http or https address. Its text may carry credentials: show it only through [Secrets#mask].
  record OfUrl(URI uri) implements Location {
    @Override
    public String toString() {
      return Secrets.mask(uri.toString());
    }
  }

  /// Standard input, which can be read only once.
  record StandardInput() implements Location {
    @Override
    public String toString() {
      return "standard input";
    }
  }
}

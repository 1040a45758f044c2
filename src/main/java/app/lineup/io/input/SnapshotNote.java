package app.lineup.io.input;

import app.lineup.io.http.Validators;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// What is known about a snapshot, as it is kept in a file beside it. Holds no address. Immutable.
///
/// @param at         when the server gave the list, or said that it is still the same
/// @param stamp      the file that this is about: a note that is about another state of it says nothing
/// @param validators to ask the server with
record SnapshotNote(Instant at, Stamp stamp, Validators validators) {

  private static final String AT = "at";
  private static final String BYTES = "bytes";
  private static final String MODIFIED = "modified";
  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "last-modified";

  /// A snapshot without a note that fits: its age is the file's.
  static SnapshotNote without(Stamp stamp) {
    return new SnapshotNote(stamp.modified().toInstant(), stamp, Validators.NONE);
  }

  SnapshotNote confirmed(Instant now) {
    return new SnapshotNote(now, stamp, validators);
  }

  String written() throws IOException {
    var values = new Properties();
    values.setProperty(AT, at.toString());
    values.setProperty(BYTES, Long.toString(stamp.bytes()));
    values.setProperty(MODIFIED, stamp.modified().toString());
    validators.etag().ifPresent(etag -> values.setProperty(ETAG, etag));
    validators.lastModified().ifPresent(changed -> values.setProperty(LAST_MODIFIED, changed));
    var text = new StringWriter();
    values.store(text, null);
    return text.toString();
  }

  /// The note in `file`; empty where there is none, or one that cannot be read.
  static Optional<SnapshotNote> read(Path file) {
    var values = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      values.load(text);
      var stamp = new Stamp(
          Long.parseLong(values.getProperty(BYTES, "")),
          FileTime.from(Instant.parse(values.getProperty(MODIFIED, ""))));
      var validators = new Validators(
          Optional.ofNullable(values.getProperty(ETAG)), Optional.ofNullable(values.getProperty(LAST_MODIFIED)));
      return Optional.of(new SnapshotNote(Instant.parse(values.getProperty(AT, "")), stamp, validators));
    } catch (IOException | IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}

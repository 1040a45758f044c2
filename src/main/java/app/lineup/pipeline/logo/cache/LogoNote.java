package app.lineup.pipeline.logo.cache;

import app.lineup.files.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/// What is known of one address: its picture, or that there was none. Immutable.
///
/// @param address      the hash of the address, which itself is kept nowhere
/// @param picture      the picture; empty where there was none
/// @param etag         what the server called that state of it; empty where it said nothing
/// @param lastModified when the server said it was changed; empty likewise
/// @param askedAt      when the server last said so
/// @param failedUntil  until when it is not asked again; the epoch where the last asking brought a picture
public record LogoNote(
    Digest address,
    Optional<Picture> picture,
    Optional<String> etag,
    Optional<String> lastModified,
    Instant askedAt,
    Instant failedUntil) {

  private static final String NONE = "-";
  private static final int FIELDS = 8;

  /// A picture in the cache.
  ///
  /// @param content the hash of its bytes
  /// @param bytes   how many there are
  public record Picture(Digest content, PictureType type, long bytes) {}

  /// Whether its server is to be left alone at `now`.
  public boolean hasFailed(Instant now) {
    return now.isBefore(failedUntil);
  }

  LogoNote confirmed(Instant now) {
    return new LogoNote(address, picture, etag, lastModified, now, Instant.EPOCH);
  }

  LogoNote failed(Instant now, Instant until) {
    return new LogoNote(address, picture, etag, lastModified, now, until);
  }

  /// A line that [#read] reads, with its end.
  String written() {
    String line = String.join(" ",
        address.hex(),
        picture.map(known -> known.content().hex()).orElse(NONE),
        picture.map(known -> known.type().name()).orElse(NONE),
        picture.map(known -> String.valueOf(known.bytes())).orElse(NONE),
        String.valueOf(askedAt.toEpochMilli()),
        String.valueOf(failedUntil.toEpochMilli()),
        etag.map(LogoNote::packed).orElse(NONE),
        lastModified.map(LogoNote::packed).orElse(NONE));
    return line + " " + checksum(line) + "\n";
  }

  /// What [#written] wrote; empty where anything about the line is not as it was written.
  static Optional<LogoNote> read(String line) {
    int end = line.lastIndexOf(' ');
    if (end < 0 || !checksum(line.substring(0, end)).equals(line.substring(end + 1))) {
      return Optional.empty();
    }
    String[] fields = line.substring(0, end).split(" ", -1);
    try {
      return fields.length == FIELDS ? Optional.of(of(fields)) : Optional.empty();
    } catch (RuntimeException e) {
      // A right checksum over wrong fields: another version's line.
      return Optional.empty();
    }
  }

  private static LogoNote of(String[] fields) {
    Optional<Picture> picture = fields[1].equals(NONE)
        ? Optional.empty()
        : Optional.of(new Picture(
            Digest.parse(fields[1]).orElseThrow(), PictureType.valueOf(fields[2]), Long.parseLong(fields[3])));
    return new LogoNote(Digest.parse(fields[0]).orElseThrow(), picture, unpacked(fields[6]), unpacked(fields[7]),
        Instant.ofEpochMilli(Long.parseLong(fields[4])), Instant.ofEpochMilli(Long.parseLong(fields[5])));
  }

  private static String packed(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> unpacked(String field) {
    return field.equals(NONE)
        ? Optional.empty()
        : Optional.of(new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8));
  }

  private static String checksum(String line) {
    var crc = new CRC32C();
    crc.update(line.getBytes(StandardCharsets.ISO_8859_1));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}

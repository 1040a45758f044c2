package app.lineup.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A SHA-256 hash. Immutable.
///
/// `Digest.of(address).hex()` is a name for what belongs to an address, from which nobody reads the address.
public record Digest(long first, long second, long third, long fourth) {

  private static final int DIGITS = 64;

  /// The hash of the text in UTF-8.
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of these bytes.
  public static Digest of(byte[] bytes) {
    return of(ByteBuffer.wrap(begin().digest(bytes)));
  }

  /// What hashes bytes that are not there at once; not thread-safe.
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Digest of(ByteBuffer digest) {
    return new Digest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  /// The hash that [#hex] wrote; empty where it did not write this.
  public static Optional<Digest> parse(String hex) {
    if (hex.length() != DIGITS) {
      return Optional.empty();
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = hex.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        return Optional.empty();
      }
    }
    return Optional.of(new Digest(part(hex, 0), part(hex, 1), part(hex, 2), part(hex, 3)));
  }

  private static long part(String hex, int which) {
    return HexFormat.fromHexDigitsToLong(hex, which * DIGITS / 4, (which + 1) * DIGITS / 4);
  }

  /// The hash in 64 digits, small letters for those above nine.
  public String hex() {
    byte[] digits = new byte[DIGITS];
    write(first, digits, 0);
    write(second, digits, DIGITS / 4);
    write(third, digits, DIGITS / 2);
    write(fourth, digits, 3 * DIGITS / 4);
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static void write(long part, byte[] digits, int from) {
    for (int i = 0; i < DIGITS / 4; i++) {
      int digit = (int) (part >>> Long.SIZE - 4 * (i + 1)) & 0xF;
      digits[from + i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
  }
}

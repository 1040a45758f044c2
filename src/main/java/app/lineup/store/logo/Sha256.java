package app.lineup.store.logo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A SHA-256 hash. Immutable.
public record Sha256(long first, long second, long third, long fourth) {

  private static final int DIGITS = 64;

  /// The hash of an address, under which nobody reads the address.
  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of what is in a file.
  public static Sha256 of(byte[] bytes) {
    try {
      return of(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Sha256 of(ByteBuffer digest) {
    return new Sha256(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
  }

  /// The hash that [#hex] wrote; empty where it did not write this.
  static Optional<Sha256> parse(String hex) {
    if (hex.length() != DIGITS || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
      return Optional.empty();
    }
    return Optional.of(of(ByteBuffer.wrap(HexFormat.of().parseHex(hex))));
  }

  /// 64 digits.
  String hex() {
    var format = HexFormat.of();
    return format.toHexDigits(first) + format.toHexDigits(second) + format.toHexDigits(third) + format.toHexDigits(fourth);
  }
}

package app.lineup.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The secret part of the playlist's address. Immutable.
///
/// @param text letters, digits and `-._~`, so that it stands in an address as it is
public record Token(String text) {

  /// As hard to guess as a key of 128 bits.
  private static final int RANDOM_BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{8,128}");
  private static final int LEAST_LENGTH = 16;
  private static final int LEAST_SIGNS = 8;
  /// Words with a number behind them, or a number alone.
  private static final Pattern EASY = Pattern.compile("(?:[A-Z]?[a-z]+[._~-]*)+\\d{0,4}|\\d+");
  private static final String NAME = "/playlist.m3u";

  public Token {
    if (!isToken(text)) {
      throw new IllegalArgumentException("no token");
    }
  }

  /// Whether `text` can be a token.
  public static boolean isToken(String text) {
    return FORM.matcher(text).matches();
  }

  /// Whether somebody could find it by trying: a short one, a word, few different signs. One of ours never is.
  public boolean isWeak() {
    return text.length() < LEAST_LENGTH || text.chars().distinct().count() < LEAST_SIGNS
        || EASY.matcher(text).matches();
  }

  /// One that nobody can guess.
  public static Token random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// The path of the playlist.
  String path() {
    return "/" + text + NAME;
  }

  /// Whether `path` is the playlist's. How long the answer takes tells nothing about the token.
  boolean opens(@Nullable String path) {
    return path != null && MessageDigest.isEqual(
        path().getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}

package app.lineup.m3u.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// Escapes what UTF-8 cannot write alone: half a surrogate pair is a text too. Thread-safe: no state.
final class SurrogateEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1;

  @Override
  public int[] getEscapeCodesForAscii() {
    return standardAsciiEscapesForJSON();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    return half ? new SerializedString("\\u" + Integer.toHexString(character)) : null;
  }
}

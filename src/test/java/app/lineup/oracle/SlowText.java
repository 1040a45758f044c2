package app.lineup.oracle;

/// A text that a pattern may look at only so often: the language stops a pattern by a count of steps. Not thread-safe;
/// made for one search.
final class SlowText implements CharSequence {

  private static final int STEPS = 1_000_000;

  private final String text;
  private int left = STEPS;

  SlowText(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new TooHardException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}

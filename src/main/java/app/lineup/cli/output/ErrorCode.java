package app.lineup.cli.output;

/// A short name for a fault of the program: the same fault gives the same code on every machine and in every run, since
/// only classes and methods count, not messages and line numbers.
public final class ErrorCode {

  private static final String OURS = "app.lineup.";
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int FRAMES = 5;

  private ErrorCode() {}

  /// Six letters and digits that cannot be taken for one another, for example `K7Q-2MD`.
  public static String of(Throwable fault) {
    var trail = new StringBuilder();
    Throwable at = fault;
    for (int depth = 0; at != null && depth < FRAMES; depth++) {
      trail.append(at.getClass().getName()).append('\n');
      at = at.getCause();
    }
    int frames = 0;
    for (StackTraceElement frame : fault.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS) && frames < FRAMES) {
        trail.append(frame.getClassName()).append('.').append(frame.getMethodName()).append('\n');
        frames++;
      }
    }
    // Thirty bits of the hash: two groups of three letters.
    int hash = trail.toString().hashCode();
    int bits = (hash ^ hash >>> 17) * 0x9E3779B1 >>> 2;
    var code = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      code.append(i == 3 ? "-" : "").append(LETTERS.charAt(bits >>> 5 * i & 31));
    }
    return code.toString();
  }
}

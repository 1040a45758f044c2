package app.lineup.engine.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most memory that the system has counted as this process's own since it began, in bytes: what Linux keeps in
/// `/proc/self/status`. Thread-safe: no state.
public final class PeakRss {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("^VmHWM:\\s+(\\d{1,15}) kB$", Pattern.MULTILINE);
  /// The file is smaller than this.
  private static final int STATUS_BYTES = 8192;
  private static final int BYTES_A_KILOBYTE = 1024;

  private PeakRss() {}

  /// Empty where the system does not say it.
  public static OptionalLong bytes() {
    try (InputStream file = Files.newInputStream(STATUS)) {
      return bytes(new String(file.readNBytes(STATUS_BYTES), StandardCharsets.US_ASCII));
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }

  /// The same from a text like `/proc/self/status`.
  static OptionalLong bytes(String status) {
    Matcher peak = PEAK.matcher(status);
    return peak.find() ? OptionalLong.of(Long.parseLong(peak.group(1)) * BYTES_A_KILOBYTE) : OptionalLong.empty();
  }
}

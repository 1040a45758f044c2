package app.lineup.cli.output;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the program speaks.
///
/// @param out        standard output; fails where it cannot be written, which `System.out` does not
/// @param outCharset the charset of the terminal behind it
/// @param err        standard error
/// @param errCharset the charset of the terminal behind it
/// @param live       whether a person watches standard error, so that a line can be rewritten
public record Terminal(OutputStream out, Charset outCharset, OutputStream err, Charset errCharset, boolean live) {

  private static final Path LINUX_STANDARD_ERROR = Path.of("/proc/self/fd/2");

  /// The one this process was started in.
  public static Terminal ofSystem() {
    return new Terminal(new FileOutputStream(FileDescriptor.out), charset("stdout.encoding"),
        new FileOutputStream(FileDescriptor.err), charset("stderr.encoding"), isWatched());
  }

  private static Charset charset(String property) {
    return Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
  }

  /// `System.console()` only tells of standard input and output; Linux tells where standard error goes. Since Java 25
  /// it is null again where there is none, which the checker does not know yet.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isWatched() {
    try {
      String target = Files.readSymbolicLink(LINUX_STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      Console console = System.console();
      return console != null && console.isTerminal();
    }
  }
}

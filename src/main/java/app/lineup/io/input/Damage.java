package app.lineup.io.input;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import app.lineup.problem.Reason;
import java.io.EOFException;
import java.io.IOException;
import org.tukaani.xz.MemoryLimitException;

/// What a read that failed means, in words. Immutable; loaded only once something failed.
///
/// @param label the list, with credentials masked
/// @param blame whom a damaged list points to: the user's file or another machine
record Damage(String label, Kind blame) {

  PipelineException explain(IOException why) {
    return switch (why) {
      case BoundedStream.ExpansionException bomb -> new PipelineException(Kind.USER, label,
          "it unpacks to " + bomb.getMessage() + ", and was given up there",
          "No real list packs that well, so the file is probably not one; unpack it yourself to see.", bomb);
      case ZippedFile.NoListException empty -> new PipelineException(blame, label,
          "the zip archive holds no file", "Pack the list into it again.", empty);
      case DamagedException damaged -> unpacking(damaged);
      default -> new PipelineException(Kind.USER, label, "the file could not be read" + words(why),
          "Check that it still exists, that you may read it, and the disk it is on.", why);
    };
  }

  private PipelineException unpacking(DamagedException damaged) {
    Throwable why = damaged.getCause() == null ? damaged : damaged.getCause();
    return switch (why) {
      case EOFException end -> new PipelineException(blame, label, "the packed file ends too early",
          again("it was probably not downloaded to its end"), end);
      case MemoryLimitException large -> new PipelineException(Kind.USER, label,
          "unpacking it would take too much memory" + words(large),
          "Unpack it yourself and add the unpacked file.", large);
      default -> new PipelineException(blame, label, "the packed file is damaged" + words(why),
          again("it may not have been downloaded to its end"), why);
    };
  }

  private String again(String guess) {
    return blame == Kind.EXTERNAL ? "Run again; " + guess + "." : "Get the file again; " + guess + ".";
  }

  private static String words(Throwable why) {
    return Reason.known(why).map(said -> " (" + said + ")").orElse("");
  }
}

package app.lineup.pipeline.output;

import app.lineup.files.Destination;
import app.lineup.files.Links;
import app.lineup.model.Target;
import app.lineup.problem.PipelineException;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Puts a failed write into words.
public final class OutputFailure {

  private OutputFailure() {}

  /// What `failure` means to whoever wanted `target` written.
  public static PipelineException of(Target target, IOException failure) {
    String subject = target.toString();
    String reason = Reason.of(failure);
    if (reason.toLowerCase(Locale.ROOT).contains("no space") || reason.contains("quota")) {
      return new PipelineException(
          PipelineException.Kind.RESOURCES, subject, "the disk is full; " + left(target),
          "Make room on that disk or write to another one.", failure);
    }
    if (failure instanceof FileSystemLoopException) {
      return user(subject, "this link leads in a circle", "Remove the link, or name another target.", failure);
    }
    if (reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
      return user(subject, "it cannot be written: " + reason, "The program that was reading it went away.", failure);
    }
    if (target instanceof Target.OfFile(Path path, _)) {
      Path folder = folder(path);
      if (folder != null && !Files.isDirectory(folder)) {
        return user(subject, "there is no folder " + folder, "Make the folder first, or name another target.", failure);
      }
      if (failure instanceof AccessDeniedException || failure instanceof NoSuchFileException) {
        return user(subject, "it may not be written", "Check the folder's permissions, or name another target.",
            failure);
      }
    }
    return user(subject, "it cannot be written: " + reason, "Name another target, or see what holds this one.",
        failure);
  }

  private static String left(Target target) {
    return target instanceof Target.OfFile(Path path, _) && Destination.isReplaceable(path)
        ? "what was there before is untouched"
        : "what it got so far is not a whole playlist";
  }

  /// The folder of the file that `path` leads to.
  private static @Nullable Path folder(Path path) {
    try {
      return Links.end(path).getParent();
    } catch (IOException unfollowed) {
      // A link that may not be read: what failed before is what has to be told.
      return path.toAbsolutePath().getParent();
    }
  }

  /// The target is a folder.
  public static PipelineException isFolder(Target target) {
    return new PipelineException(
        PipelineException.Kind.USER, target.toString(), "it is a folder",
        "Name a file in it, for example playlist.m3u.");
  }

  private static PipelineException user(String subject, String what, String advice, IOException failure) {
    return new PipelineException(PipelineException.Kind.USER, subject, what, advice, failure);
  }
}

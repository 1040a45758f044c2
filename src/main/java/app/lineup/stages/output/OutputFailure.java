package app.lineup.stages.output;

import app.lineup.engine.flow.PipelineException;
import app.lineup.model.Target;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// Puts a failed write into words.
final class OutputFailure {

  private OutputFailure() {}

  static PipelineException of(Target target, IOException failure) {
    String subject = target.toString();
    String reason = failure instanceof FileSystemException f && f.getReason() != null
        ? String.valueOf(f.getReason())
        : String.valueOf(failure.getMessage());
    if (reason.toLowerCase(Locale.ROOT).contains("no space") || reason.contains("quota")) {
      return new PipelineException(
          PipelineException.Kind.RESOURCES, subject, "the disk is full; what was there before is untouched",
          "Make room on that disk or write to another one.", failure);
    }
    if (target instanceof Target.OfFile(Path path)) {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        return user(subject, "there is no folder " + folder, "Make the folder first, or name another target.", failure);
      }
      if (failure instanceof AccessDeniedException || failure instanceof NoSuchFileException) {
        return user(subject, "it may not be written", "Check the folder's permissions, or name another target.", failure);
      }
    }
    return user(subject, "it cannot be written: " + reason, "Name another target, or see what holds this one.", failure);
  }

  static PipelineException isFolder(Target target) {
    return new PipelineException(
        PipelineException.Kind.USER, target.toString(), "it is a folder", "Name a file in it, for example playlist.m3u.");
  }

  private static PipelineException user(String subject, String what, String advice, IOException failure) {
    return new PipelineException(PipelineException.Kind.USER, subject, what, advice, failure);
  }
}

package app.lineup.cli;

import app.lineup.engine.flow.PipelineException;
import app.lineup.engine.flow.PipelineException.Kind;
import app.lineup.model.ParseReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The file of `--report`: written beside its place and moved there when it is complete.
final class ReportFile {

  private final Path path;

  ReportFile(Path path) {
    this.path = path;
  }

  /// Looks whether it could be written, before a run that may take minutes.
  ///
  /// @throws PipelineException if not
  void verify() throws PipelineException {
    if (Files.isDirectory(path)) {
      throw refused("report.folder", null);
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw refused("report.no-folder", null);
    }
    if (!Files.isWritable(Files.exists(path) && !Files.isRegularFile(path) ? path : folder)) {
      throw refused("report.unwritable", null);
    }
  }

  /// Replaces the file, or leaves it as it was.
  void write(List<ParseReport> reports) throws PipelineException {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        writeTo(path, reports, StandardOpenOption.WRITE);
      } else {
        replace(Files.isSymbolicLink(path) ? path.toRealPath() : path, reports);
      }
    } catch (IOException | JacksonException e) {
      throw refused("report.failed", e);
    }
  }

  private static void replace(Path file, List<ParseReport> reports) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      writeTo(part, reports, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void writeTo(Path file, List<ParseReport> reports, StandardOpenOption... how) throws IOException {
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file, how));
        var json = new JsonVoice(stream)) {
      json.reports(reports);
    }
  }

  private PipelineException refused(String key, @Nullable Throwable cause) {
    String what = Texts.get(key);
    String advice = Texts.get(key + ".advice");
    String subject = Texts.get("name.report", path);
    return cause == null
        ? new PipelineException(Kind.USER, subject, what, advice)
        : new PipelineException(Kind.USER, subject, what, advice, cause);
  }
}

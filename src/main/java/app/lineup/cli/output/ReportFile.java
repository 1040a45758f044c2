package app.lineup.cli.output;

import app.lineup.app.publish.WholeFile;
import app.lineup.model.ParseReport;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The file of `--report`, replaced as a whole.
public final class ReportFile {

  private final Path path;

  /// @param path where the report goes
  public ReportFile(Path path) {
    this.path = path;
  }

  /// Looks whether it could be written, before a run that may take minutes.
  ///
  /// @throws PipelineException if not
  public void verify() throws PipelineException {
    if (Files.isDirectory(path)) {
      throw refused("report.folder", null);
    }
    Path folder;
    try {
      folder = new WholeFile(path).end().getParent();
    } catch (IOException e) {
      throw refused("report.link", e);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw refused("report.no-folder", null);
    }
    if (!Files.isWritable(Files.exists(path) && !Files.isRegularFile(path) ? path : folder)) {
      throw refused("report.unwritable", null);
    }
  }

  /// Replaces the file, or leaves it as it was.
  public void write(List<ParseReport> reports) throws PipelineException {
    try {
      new WholeFile(path).replace(JsonOutput.document(json -> json.reports(reports)));
    } catch (IOException | JacksonException e) {
      throw refused("report.failed", e);
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

package app.lineup.io.input;

import app.lineup.problem.PipelineException;
import java.io.IOException;

/// Bytes that came to rest could not be kept, or not be found again.
public final class RestException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient PipelineException problem;

  RestException(PipelineException problem) {
    super(problem);
    this.problem = problem;
  }

  /// What happened, in words.
  public PipelineException problem() {
    return problem;
  }
}

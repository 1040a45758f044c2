package app.lineup.pipeline.logo;

import app.lineup.io.http.Reply;
import app.lineup.io.http.Validators;
import app.lineup.problem.PipelineException;
import java.net.URI;
import java.util.function.Predicate;

/// The servers that pictures come from. Safe for many threads, each of which waits for its own answer.
@FunctionalInterface
interface PictureServers {

  /// Asks one of them, once.
  ///
  /// @param known  what is not to be sent again
  /// @param mayAsk says of an address, and of each that it redirects to, whether it may be asked
  /// @throws PipelineException    if no answer came
  /// @throws InterruptedException if the run was cancelled
  Reply ask(URI address, Validators known, Predicate<URI> mayAsk) throws PipelineException, InterruptedException;
}

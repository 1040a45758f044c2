package app.lineup.start;

import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Path;

/// The build's way to the start caches: makes one for the java and the modules that this is run with, as
/// `java -m app.lineup/app.lineup.start.MakeCache TERMINAL <file>`. Fails with an exception where none comes of it.
public final class MakeCache {

  private MakeCache() {}

  /// Makes the cache.
  ///
  /// @param args the name of a [StartCache], and the file to make
  public static void main(String[] args) throws PipelineException, IOException, InterruptedException {
    new Training(JavaCommand.ofThisProcess()).make(StartCache.valueOf(args[0]), Path.of(args[1]));
  }
}

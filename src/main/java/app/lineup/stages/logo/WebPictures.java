package app.lineup.stages.logo;

import app.lineup.problem.PipelineException;
import app.lineup.provider.http.Reply;
import app.lineup.provider.http.SmallFetcher;
import app.lineup.provider.http.Validators;
import java.net.URI;

/// The servers of the web. Safe for many threads.
///
/// @param fetcher closed with this
record WebPictures(SmallFetcher fetcher) implements PictureServers {

  @Override
  public Reply ask(URI address, Validators known) throws PipelineException, InterruptedException {
    return fetcher.ask(address, known);
  }

  @Override
  public void letGo() {
    fetcher.dropIdle();
  }

  @Override
  public void close() {
    fetcher.close();
  }
}

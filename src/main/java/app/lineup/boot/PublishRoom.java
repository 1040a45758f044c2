package app.lineup.boot;

import app.lineup.app.publish.PlaylistCopy;
import app.lineup.app.session.AppPaths;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.publish.model.PublishViewModel;
import app.lineup.gui.publish.model.PublishedViewModel;
import app.lineup.gui.publish.model.SaveViewModel;
import app.lineup.gui.publish.model.ServerViewModel;
import app.lineup.gui.text.Texts;
import app.lineup.library.file.Notes;
import app.lineup.pipeline.output.Logins;
import app.lineup.pipeline.output.Versions;
import app.lineup.problem.PipelineException;
import app.lineup.serve.Fetch;
import app.lineup.serve.PlaylistServer;
import app.lineup.serve.ServePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/// The room of publishing, joined to its work. Not thread-safe; used by the window's thread.
final class PublishRoom {

  private PublishRoom() {}

  /// Makes it, and begins to look at what an earlier start published.
  static PublishViewModel make(WindowServices work, Executor window, AppPaths paths, SettingProperties settings,
      Notes notes) {
    Texts texts = Texts.of("publish");
    Path file = paths.folder().published();
    var published = new PublishedViewModel(
        texts, new Versions(file), new Look(work), work.pools().looks(), work.pools().runs(), window);
    var save = new SaveViewModel(texts, settings, notes, Path.of(System.getProperty("user.home", "")),
        PlaylistCopy::copy, published::amount, work.pools().saves(), window);
    var server = new ServerViewModel(texts, settings,
        (port, token, observer) ->
            new OnLoopback(
                work.servers().start(new ServePlan(file, InetAddress.getLoopbackAddress(), port, token), observer)),
        work.pools().serving(), window);
    published.refresh();
    server.startWithProgram();
    return new PublishViewModel(published, save, server);
  }

  private record Look(WindowServices work) implements PublishedViewModel.Look {

    @Override
    public boolean logins(Path playlist) throws IOException, InterruptedException {
      return Logins.areIn(playlist);
    }

    @Override
    public long channels(Path playlist) throws PipelineException, InterruptedException {
      return work.channels(playlist);
    }
  }

  private record OnLoopback(PlaylistServer server) implements ServerViewModel.Serving {

    @Override
    public URI address() {
      return server.addresses().getFirst();
    }

    @Override
    public List<Fetch> fetches() {
      return server.fetches();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}

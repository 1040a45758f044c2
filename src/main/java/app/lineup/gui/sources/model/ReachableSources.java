package app.lineup.gui.sources.model;

import app.lineup.app.session.LibraryFolder;
import app.lineup.app.session.LibraryPlan;
import app.lineup.app.session.Session;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibrarySource;
import app.lineup.model.Source;
import java.util.List;
import java.util.stream.Stream;

/// The sources that are in the library, or that undo can bring back into it.
final class ReachableSources {

  private ReachableSources() {}

  static List<Source> of(Session session, LibraryFolder folder) {
    var plan = new LibraryPlan(session.library(), folder);
    Stream<LibrarySource> remembered = session.history().batches().stream()
        .flatMap(batch -> batch.changes().stream()).flatMap(ReachableSources::named);
    return Stream.concat(session.library().sources().stream(), remembered)
        .flatMap(source -> plan.source(source).stream()).distinct().toList();
  }

  private static Stream<LibrarySource> named(LibraryChange change) {
    return change instanceof LibraryChange.Removed(LibrarySource source, int _) ? Stream.of(source)
        : change instanceof LibraryChange.Added(LibrarySource source, int _) ? Stream.of(source) : Stream.empty();
  }
}

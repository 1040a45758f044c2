package app.lineup.boot;

import app.lineup.app.session.LibraryFolder;
import app.lineup.app.session.LibraryPlan;
import app.lineup.app.session.Session;
import app.lineup.gui.rules.model.RulesViewModel;
import app.lineup.gui.run.model.RunViewModel;
import app.lineup.gui.sources.model.SourcesViewModel;
import app.lineup.model.Numbering;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import java.util.Optional;

/// What a run is made of: the library, and what is known of its lists.
record RunIngredients(Session session, LibraryFolder folder, SourcesViewModel sources, RulesViewModel rules)
    implements RunViewModel.Ingredients {

  @Override
  public RunPlan plan(Target target, Numbering numbering) {
    return new LibraryPlan(session.library(), folder).plan(target, numbering);
  }

  @Override
  public boolean hasSources() {
    return !sources.rows().isEmpty();
  }

  @Override
  public Optional<String> mistake() {
    return rules.firstMistake();
  }

  @Override
  public long expected() {
    return sources.channels();
  }

  @Override
  public long expectedBytes() {
    return sources.bytes();
  }
}

package app.lineup.boot;

import app.lineup.app.session.AppPaths;
import app.lineup.gui.channels.model.LineupViewModel;
import app.lineup.gui.run.model.RunViewModel;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.Tuning;
import java.util.Optional;

/// What a lineup is made of: just what a run would be.
record LineupIngredients(RunIngredients ingredients, RunViewModel run, AppPaths paths)
    implements LineupViewModel.Ingredients {

  @Override
  public boolean hasSources() {
    return ingredients.hasSources();
  }

  @Override
  public Optional<String> mistake() {
    return ingredients.mistake();
  }

  @Override
  public Optional<RunPlan> plan() {
    return run.numbering().asNumbering()
        // Beside a run it takes as little as it can, whatever the user wants of runs.
        .map(numbers -> ingredients.plan(new Target.OfFile(paths.folder().published()), numbers).with(Tuning.NONE));
  }
}

package app.lineup.boot;

import app.lineup.app.refresh.WhileRefreshed;
import app.lineup.app.session.AppPaths;
import app.lineup.app.session.Session;
import app.lineup.gui.channels.model.ChannelsViewModel;
import app.lineup.gui.channels.view.ChannelsController;
import app.lineup.gui.code.CodeViewModel;
import app.lineup.gui.code.SeenTexts;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.document.Undo;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.publish.model.PublishViewModel;
import app.lineup.gui.publish.view.PublishController;
import app.lineup.gui.rules.model.RuleMarksViewModel;
import app.lineup.gui.rules.model.RulePreviewViewModel;
import app.lineup.gui.rules.model.RuleSetsViewModel;
import app.lineup.gui.rules.model.RulesViewModel;
import app.lineup.gui.rules.view.RulesController;
import app.lineup.gui.run.model.BudgetViewModel;
import app.lineup.gui.run.model.FixTarget;
import app.lineup.gui.run.model.LastRun;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.run.model.RememberedViewModel;
import app.lineup.gui.run.model.RunViewModel;
import app.lineup.gui.run.view.RunController;
import app.lineup.gui.settings.model.Appearance;
import app.lineup.gui.settings.model.LibraryCopies;
import app.lineup.gui.settings.model.LogosViewModel;
import app.lineup.gui.settings.model.SettingsViewModel;
import app.lineup.gui.settings.model.SettingsViewModel.About;
import app.lineup.gui.settings.model.StrategiesViewModel;
import app.lineup.gui.settings.view.SettingsController;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.shell.model.ShellViewModel;
import app.lineup.gui.shell.view.ShellController;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.SourcesViewModel;
import app.lineup.gui.sources.view.SourcesController;
import app.lineup.gui.text.Texts;
import app.lineup.gui.window.Views;
import app.lineup.library.Part;
import app.lineup.library.file.Backups;
import app.lineup.library.file.Notes;
import app.lineup.pipeline.number.NumbersFile;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;

/// The rooms of one window, joined. Not thread-safe; used by the window's thread.
final class WindowModule {

  /// A preview that the next key cancels costs little, and has to begin within 100 ms of the last one.
  private static final Duration TYPING_PAUSE = Duration.ofMillis(40);
  /// A census of all rules is for somebody who looks, not for somebody who types.
  private static final Duration COUNTING_PAUSE = Duration.ofMillis(800);

  /// While a run is under way, whatever view is shown: its charts have no gaps.
  private static final Duration SAMPLING = Duration.ofMillis(250);

  private static final String LAST_RUN = "run.last";
  private static final String ROOM = "room";

  private final Session session;
  private final Undo changes;
  private final SeenTexts seen = new SeenTexts();
  private final SourcesViewModel sources;
  private final RulesViewModel rules;
  private final RulePreviewViewModel preview;
  private final RuleMarksViewModel marks;
  private final RuleSetsViewModel sets;
  private final CodeViewModel code;
  private final RunViewModel run;
  private final RememberedViewModel remembered;
  private final ChannelsViewModel channels;
  private final PublishViewModel publish;
  private final ShellViewModel shell;
  private final SettingsViewModel settings;
  private final LogosViewModel logos;
  private final StrategiesViewModel strategies;
  private final LibraryCopies copies;

  /// @param work       what is done in the background, and where
  /// @param window     carries work to the window's thread
  /// @param paths      where things are kept
  /// @param session    holds the library
  /// @param notes      what is remembered beside it
  /// @param appearance how the window looks
  WindowModule(WindowServices work, Executor window, AppPaths paths, Session session, Notes notes,
      ObjectProperty<Appearance> appearance) {
    this.session = session;
    var choices = new SettingProperties(session);
    changes = new Undo(Texts.of("history"), session);
    settings = new SettingsViewModel(Texts.of("settings"), choices, appearance,
        new About(Wiring.version(), paths.data(), Runtime.getRuntime().maxMemory()));
    Pools pools = work.pools();
    logos = new LogosViewModel(Texts.of("settings"), choices, paths.folder().logos(), pools.quick(), window);
    strategies = new StrategiesViewModel(Texts.of("settings"), choices);
    copies = new LibraryCopies(
        Texts.of("settings"), session, Backups.in(paths.data()), work.library().executor(), window);
    sources = new SourcesViewModel(
        Texts.of("sources"), session, paths.folder(), work, pools.lists(), pools.quick(), window, work.clock());
    rules = new RulesViewModel(Texts.of("rules"), session, pools.quick(), window);
    sets = new RuleSetsViewModel(Texts.of("rules"), rules, pools.quick(), window);
    code = new CodeViewModel(seen, pools.quick(), window);
    var ingredients = new RunIngredients(session, paths.folder(), sources, rules);
    preview = new RulePreviewViewModel(
        Texts.of("rules"), rules, sources::sources, settings.separators()::get, work::preview, pools.previews(), window,
        Pools.after(TYPING_PAUSE, window));
    marks = new RuleMarksViewModel(Texts.of("rules"), rules, sources::sources, work::count, pools.counts(), window,
        Pools.after(COUNTING_PAUSE, window));
    run = new RunViewModel(Texts.of("run"), ingredients, new RunViewModel.Means(
        work::build, pools.runs(), window, paths.folder().published(), work.memory()::now, work.clock(),
        pools.quick()), choices, settings.megabytes(), new BudgetViewModel.Range(
            SettingsViewModel.leastMegabytes(), SettingsViewModel.mostMegabytes(), Runtime.getRuntime().maxMemory()));
    remembered = new RememberedViewModel(Texts.of("run"), new NumbersFile(paths.folder().numbers()), pools.quick(),
        window,
        run.numbering().numbers(), run.phase());
    channels = new ChannelsViewModel(Texts.of("channels"), new LineupIngredients(ingredients, run, paths),
        new LineupWork(work, paths.lineup()), pools.lineups(), pools.quick(), window,
        (pause, task) -> Pools.after(pause, window).execute(task));
    publish = PublishRoom.make(work, window, paths, choices, notes);
    shell = new ShellViewModel(
        Texts.of("shell"), run.outcome().lastRun(), publish.status(), work.memory()::now, sources.adding()::addPasted);
    derive(work);
    follow(work, pools);
    remember(notes);
  }

  /// What is derived from the library, each with the parts that it is made of.
  private void derive(WindowServices work) {
    Runnable budget = () -> work.memory().budget(Budget.bytes(session.library()));
    Runnable refreshing =
        () -> work.whileRefreshed(settings.waiting().get() ? WhileRefreshed.WAIT : WhileRefreshed.LAST_LIST);
    // Whatever reads lists keeps to it, and not only a run.
    session.listen(EnumSet.of(Part.MEMORY), library -> budget.run());
    session.listen(EnumSet.of(Part.REFRESHING), library -> refreshing.run());
    session.listen(EnumSet.of(Part.SOURCES, Part.SEPARATORS), library -> preview.again());
    session.listen(EnumSet.of(Part.SOURCES), library -> marks.listsChanged());
    session.listen(EnumSet.of(Part.SOURCES, Part.RULES, Part.NUMBERING, Part.ORDER, Part.SEPARATORS, Part.LOGOS,
        Part.STRATEGIES, Part.MEMORY, Part.PUBLISHING), library -> run.forecast().again());
    session.listen(EnumSet.of(Part.SOURCES, Part.RULES, Part.NUMBERING, Part.ORDER, Part.SEPARATORS, Part.EDITS),
        library -> channels.changed());
    budget.run();
    refreshing.run();
  }

  /// What follows from what was read and what was done, and not from the library.
  private void follow(WindowServices work, Pools pools) {
    sources.onLooked(() -> {
      seen.sources(sources.rows().stream().map(SourceViewModel::name).toList());
      seen.groupsOfLists(sources.rows().stream().flatMap(source -> source.groupNames().stream()).toList());
      preview.again();
      marks.listsChanged();
      run.forecast().again();
      channels.changed();
    });
    channels.groups().names().subscribe(seen::groups);
    remembered.onChange(channels::changed);
    FxClock.ticking(run.phase().map(Phase::isBusy), SAMPLING, run::sample);
    run.phase().subscribe((before, now) -> {
      if (!now.isBusy()) {
        run.forecast().again();
      }
    });
    run.outcome().lastResult().subscribe(result -> {
      if (result != null) {
        sources.lookAtKept();
        publish.made(result.file().entries());
      }
    });
    shell.room().subscribe((before, now) -> {
      if (before == Room.RULES) {
        pools.previews().execute(work::endPreviews);
      }
    });
  }

  /// Where the window was left, and what the last run gave.
  private void remember(Notes notes) {
    LastRun.of(notes.get(LAST_RUN, "")).ifPresent(run.outcome()::restore);
    Stream.of(Room.values()).filter(room -> room.name().equals(notes.get(ROOM, ""))).findFirst()
        .ifPresent(shell.room()::set);
    run.outcome().remembered().subscribe(last -> {
      if (last != null) {
        notes.set(LAST_RUN, last.text());
      }
    });
    shell.room().subscribe((before, now) -> notes.set(ROOM, now.name()));
  }

  /// Begins: shows the lists and the lineup of the start before.
  void start() {
    sources.start();
    channels.start();
    channels.changed();
    remembered.look();
  }

  /// What can be undone.
  Undo changes() {
    return changes;
  }

  RememberedViewModel remembered() {
    return remembered;
  }

  SourcesViewModel sources() {
    return sources;
  }

  RulesViewModel rules() {
    return rules;
  }

  CodeViewModel code() {
    return code;
  }

  RulePreviewViewModel rulesPreview() {
    return preview;
  }

  RuleSetsViewModel ruleSets() {
    return sets;
  }

  RunViewModel run() {
    return run;
  }

  ChannelsViewModel channels() {
    return channels;
  }

  PublishViewModel publish() {
    return publish;
  }

  ShellViewModel shell() {
    return shell;
  }

  SettingsViewModel settings() {
    return settings;
  }

  StrategiesViewModel strategies() {
    return strategies;
  }

  /// What the window shows.
  Parent view() {
    return Views.make("shell", new ShellController(shell, changes, this::view));
  }

  private Parent view(Room room) {
    return Views.make(room.word(), switch (room) {
      case CHANNELS -> new ChannelsController(
          channels, () -> shell.room().set(Room.SOURCES), () -> shell.room().set(Room.RULES));
      case PUBLISH -> new PublishController(
          publish, run.phase().map(Phase::isBusy), () -> shell.room().set(Room.RUN));
      case SETTINGS -> new SettingsController(settings, logos, strategies, copies);
      case SOURCES -> new SourcesController(sources, () -> shell.room().set(Room.RUN));
      case RULES -> new RulesController(rules, code, preview, sets, marks);
      case RUN -> new RunController(run, remembered, () -> shell.room().set(Room.PUBLISH), Map.of(
          FixTarget.SOURCES, () -> shell.room().set(Room.SOURCES), FixTarget.RULES,
          () -> shell.room().set(Room.RULES)));
    });
  }
}

package app.lineup.gui.channels.view;

import app.lineup.gui.channels.model.ChannelsViewModel;
import app.lineup.gui.channels.model.Empty;
import app.lineup.gui.channels.model.Freshness;
import app.lineup.gui.fx.Composed;
import app.lineup.gui.fx.Dialogs;
import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.fx.Presence;
import app.lineup.gui.fx.ViewKeys;
import java.time.Duration;
import java.util.List;
import java.util.ResourceBundle;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Binds the view of channels to its ViewModel.
public final class ChannelsController implements Composed {

  private static final Duration PERIOD = Duration.ofMillis(250);
  private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination RELOAD = new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination RELOAD_TOO = new KeyCodeCombination(KeyCode.F5);

  private final ChannelsViewModel channels;
  private final Runnable toSources;
  private final Runnable toRules;
  private final SearchController search;

  @FXML private ResourceBundle resources;
  @FXML private Node root;
  @FXML private Label state;
  @FXML private Button cancel;
  @FXML private Button update;
  @FXML private Node progress;
  @FXML private FailureCard failure;
  @FXML private SplitPane panes;
  @FXML private ToggleButton showDetails;
  @FXML private Node details;
  @FXML private ScrollPane detailsScroll;
  @FXML private Button copyEntry;
  @FXML private Node empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Button emptyAction;

  /// @param toSources shows the view where lists are added
  /// @param toRules   shows the view of rules and filters
  public ChannelsController(ChannelsViewModel channels, Runnable toSources, Runnable toRules) {
    this.channels = channels;
    this.toSources = toSources;
    this.toRules = toRules;
    this.search = new SearchController(channels);
  }

  @Override
  public List<Object> parts() {
    return List.of(new GroupsController(channels.groups()), search);
  }

  @FXML
  void initialize() {
    bindState();
    bindDetails();
    ViewKeys.bind(root, FIND, search::focus);
    ViewKeys.bind(root, RELOAD, this::update);
    ViewKeys.bind(root, RELOAD_TOO, this::update);
    FxClock.ticking(root, PERIOD, channels.lineup()::sample);
  }

  private void bindState() {
    var lineup = channels.lineup();
    lineup.failure().subscribe(failure::show);
    lineup.freshness().subscribe(now -> {
      state.textProperty().unbind();
      state.setText(now == Freshness.OUT_OF_DATE ? resources.getString("out-of-date") : "");
      if (now == Freshness.UPDATING) {
        state.textProperty().bind(lineup.progress());
      }
      state.getStyleClass().setAll("label", now == Freshness.OUT_OF_DATE ? "stale" : "muted");
    });
    Presence.bind(cancel, lineup.freshness().map(now -> now == Freshness.UPDATING));
    Presence.bind(update, lineup.freshness().map(now -> now == Freshness.OUT_OF_DATE || now == Freshness.NONE));
    // Keeps its place, so that nothing below moves when it comes and goes.
    progress.visibleProperty().bind(lineup.freshness().isEqualTo(Freshness.UPDATING));
    panes.visibleProperty().bind(channels.empty().isEqualTo(Empty.NOT));
    empty.visibleProperty().bind(panes.visibleProperty().not());
    channels.empty().subscribe(this::showEmpty);
  }

  private void showEmpty(Empty why) {
    boolean offers = why == Empty.NO_SOURCES || why == Empty.NO_CHANNELS;
    emptyAction.setVisible(offers);
    if (why != Empty.NOT) {
      emptyTitle.setText(resources.getString("empty." + why.word()));
      emptyText.setText(resources.getString("empty.text." + why.word()));
    }
    if (offers) {
      emptyAction.setText(resources.getString("to." + why.word()));
      emptyAction.setOnAction(event -> (why == Empty.NO_SOURCES ? toSources : toRules).run());
    }
  }

  private void bindDetails() {
    var pane = new DetailsPane(resources);
    detailsScroll.setContent(pane);
    channels.details().shown().subscribe(pane::show);
    showDetails.visibleProperty().bind(panes.visibleProperty());
    copyEntry.disableProperty().bind(channels.details().shown().isNull());
    showDetails.selectedProperty().subscribe((before, now) -> {
      if (now) {
        panes.getItems().add(details);
      } else {
        panes.getItems().remove(details);
      }
    });
  }

  @FXML
  void update() {
    channels.lineup().update();
  }

  @FXML
  void cancel() {
    channels.lineup().cancel();
  }

  @FXML
  void copyEntry() {
    var shown = channels.details().shown().get();
    if (shown != null) {
      Dialogs.copy(shown.entry());
    }
  }
}

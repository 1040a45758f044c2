package app.lineup.gui.run.view;

import app.lineup.gui.fx.FailureCard;
import app.lineup.gui.run.model.FixTarget;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.run.model.RememberedViewModel;
import app.lineup.gui.run.model.RunViewModel;
import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Texts;
import app.lineup.library.NumberScheme;
import app.lineup.library.Sequence;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Binds the view of the run to its ViewModel.
public final class RunController {

  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private final RunViewModel run;
  private final RememberedViewModel numbersKept;
  private final Runnable toPublish;
  private final Map<FixTarget, Runnable> ways;

  @FXML private ToggleGroup sequence;
  @FXML private ToggleGroup numbers;
  @FXML private TextField first;
  @FXML private Slider budget;
  @FXML private Label amount;
  @FXML private Label forecast;
  @FXML private Label budgetNote;
  @FXML private Label checked;
  @FXML private TextArea ranges;
  @FXML private Pane rangesBox;
  @FXML private Pane rememberedBox;
  @FXML private Label remembered;
  @FXML private Hyperlink renumber;
  @FXML private Hyperlink takeBack;
  @FXML private Label problem;
  @FXML private Button start;
  @FXML private Button cancel;
  @FXML private ProgressBar progress;
  @FXML private Pane done;
  @FXML private Label result;
  @FXML private Label remarks;
  @FXML private Hyperlink published;
  @FXML private FailureCard failure;
  @FXML private HBox stages;
  @FXML private GridPane charts;
  @FXML private ListView<String> events;

  /// @param numbersKept the numbers that channels keep
  /// @param toPublish shows the view where the playlist is saved and served
  /// @param ways      show the views where a run that was refused is made possible
  public RunController(
      RunViewModel run, RememberedViewModel numbersKept, Runnable toPublish, Map<FixTarget, Runnable> ways) {
    this.run = run;
    this.numbersKept = numbersKept;
    this.toPublish = toPublish;
    this.ways = ways;
  }

  @FXML
  void initialize() {
    var numbering = run.numbering();
    first.textProperty().bindBidirectional(numbering.first());
    first.visibleProperty().bind(numbering.numbers().isEqualTo(NumberScheme.FROM));
    ranges.textProperty().bindBidirectional(numbering.ranges());
    rangesBox.visibleProperty().bind(numbering.numbers().isEqualTo(NumberScheme.RANGES));
    rangesBox.managedProperty().bind(rangesBox.visibleProperty());
    remembered.textProperty().bind(numbersKept.said());
    rememberedBox.visibleProperty().bind(numbersKept.said().isNotEmpty());
    show(renumber, numbersKept.canForget());
    show(takeBack, numbersKept.canTakeBack());
    rememberedBox.managedProperty().bind(rememberedBox.visibleProperty());
    join(numbers, numbering.numbers(), NumberScheme.class);
    join(sequence, numbering.sequence(), Sequence.class);
    problem.textProperty().bind(numbering.problem());
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    budget.setMax(run.budget().last());
    budget.valueProperty().bindBidirectional(run.budget().position());
    budget.accessibleTextProperty().bind(run.budget().amount());
    amount.textProperty().bind(run.budget().amount());
    forecast.textProperty().bind(run.forecast().text());
    budgetNote.textProperty().bind(run.budget().note());
    budgetNote.visibleProperty().bind(budgetNote.textProperty().isNotEmpty());
    budgetNote.managedProperty().bind(budgetNote.visibleProperty());
    checked.textProperty().bind(run.forecast().checked());
    checked.visibleProperty().bind(run.phase().isEqualTo(Phase.DONE).and(checked.textProperty().isNotEmpty()));
    checked.managedProperty().bind(checked.visibleProperty());
    start.disableProperty().bind(run.phase().map(Phase::isBusy));
    cancel.disableProperty().bind(run.phase().isNotEqualTo(Phase.RUNNING));
    // An animation would take more of the processor than all charts.
    progress.progressProperty().bind(run.progress().map(share -> Math.max(0, share.doubleValue())));
    run.progress().subscribe(
        share -> progress.pseudoClassStateChanged(UNKNOWN, share.doubleValue() < 0));
    progress.visibleProperty().bind(start.disableProperty());
    result.textProperty().bind(run.outcome().result());
    remarks.textProperty().bind(run.outcome().remarks());
    remarks.managedProperty().bind(remarks.textProperty().isNotEmpty());
    published.visibleProperty().bind(run.phase().isEqualTo(Phase.DONE));
    published.managedProperty().bind(published.visibleProperty());
    done.visibleProperty().bind(result.textProperty().isNotEmpty());
    done.managedProperty().bind(done.visibleProperty());
    run.outcome().failure().subscribe(this::show);
    run.stages().forEach(stage -> stages.getChildren().add(new StageCard(stage)));
    var texts = Texts.of("run");
    charts.add(MemoryChart.of(run.charts(), texts), 0, 0);
    charts.add(ThroughputChart.of(run.charts(), texts), 1, 0);
    charts.add(PressureChart.of(run.charts(), texts), 0, 1);
    charts.add(StrategyChart.of(run.charts(), texts), 1, 1);
    events.setItems(run.events());
    run.events().addListener((ListChangeListener<String>) change -> follow());
    events.sceneProperty().subscribe(this::follow);
  }

  private static void show(Hyperlink link, ObservableValue<Boolean> when) {
    link.visibleProperty().bind(when);
    link.managedProperty().bind(link.visibleProperty());
  }

  private void show(@Nullable Failure why) {
    failure.show(why);
    FixTarget way = run.outcome().way().get();
    if (way != null) {
      failure.offer(Texts.of("run").get("to." + way.word()), ways.getOrDefault(way, () -> {}));
    }
  }

  /// One of the group is always chosen, and is what the property says.
  private static <E extends Enum<E>> void join(ToggleGroup group, ObjectProperty<E> value, Class<E> type) {
    value.subscribe(now -> group.getToggles().stream()
        .filter(toggle -> now.name().equals(toggle.getUserData())).findFirst().ifPresent(group::selectToggle));
    group.selectedToggleProperty().subscribe((before, now) -> {
      if (now == null) {
        group.selectToggle(before);
      } else {
        value.set(Enum.valueOf(type, String.valueOf(now.getUserData())));
      }
    });
  }

  /// A list in no window has no styles, and dressing its rows would fail.
  private void follow() {
    Scene scene = events.getScene();
    if (scene != null && scene.getWindow() != null && scene.getWindow().isShowing()) {
      events.scrollTo(run.events().size() - 1);
    }
  }

  @FXML
  void start() {
    run.run();
  }

  @FXML
  void cancel() {
    run.cancel();
  }

  @FXML
  void renumber() {
    numbersKept.forget();
    // Not as if it had been followed: it is no place that one has been to.
    renumber.setVisited(false);
  }

  @FXML
  void takeBack() {
    numbersKept.takeBack();
    takeBack.setVisited(false);
  }

  @FXML
  void showPublish() {
    toPublish.run();
  }
}

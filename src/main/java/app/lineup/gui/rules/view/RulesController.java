package app.lineup.gui.rules.view;

import app.lineup.gui.code.CodeEditor;
import app.lineup.gui.code.CodeViewModel;
import app.lineup.gui.rules.model.Mistake;
import app.lineup.gui.rules.model.RuleMarksViewModel;
import app.lineup.gui.rules.model.RulePreviewViewModel;
import app.lineup.gui.rules.model.RuleSetsViewModel;
import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.rules.model.RulesViewModel;
import app.lineup.model.RuleKind;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Binds the view of the rules to its ViewModel.
public final class RulesController {

  private final RulesViewModel rules;
  private final RulePreviewViewModel preview;
  private final RuleSetsViewModel sets;
  private final CodeViewModel code;
  private final RuleMarksViewModel marks;
  private Subscription editing = Subscription.EMPTY;
  private @Nullable RuleViewModel edited;

  @FXML private ResourceBundle resources;
  @FXML private Pane root;
  @FXML private ToggleButton help;
  @FXML private MenuButton setsMenu;
  @FXML private RuleSetsPane setsPane;
  @FXML private Node helpText;
  @FXML private HelpPane reference;
  @FXML private ListView<RuleViewModel> list;
  @FXML private Button up;
  @FXML private Button down;
  @FXML private Button duplicate;
  @FXML private Button remove;
  @FXML private Node none;
  @FXML private Node editor;
  @FXML private Label heading;
  @FXML private Label explanation;
  @FXML private Node modes;
  @FXML private ToggleGroup mode;
  @FXML private CodeEditor text;
  @FXML private Button format;
  @FXML private Node fine;
  @FXML private MistakePane wrong;
  @FXML private HintPane hints;
  @FXML private PreviewPane effect;

  public RulesController(RulesViewModel rules, CodeViewModel code, RulePreviewViewModel preview,
      RuleSetsViewModel sets, RuleMarksViewModel marks) {
    this.marks = marks;
    this.rules = rules;
    this.code = code;
    this.preview = preview;
    this.sets = sets;
  }

  @FXML
  void initialize() {
    list.setItems(rules.rows());
    var drag = new RowDrag(rules);
    drag.scrolls(list);
    list.setCellFactory(view -> {
      var cell = new RuleCell(resources);
      drag.takes(cell);
      return cell;
    });
    var _ = new RuleKeys(rules, list, text, this::takeSuggestion);
    text.show(code, root, resources.getString("code.name"));
    wrong.onTake(this::takeSuggestion);
    effect.show(preview);
    list.sceneProperty().subscribe(scene -> marks.open(scene != null));
    setsPane.show(sets, rules, setsMenu);
    helpText.visibleProperty().bind(help.selectedProperty());
    helpText.managedProperty().bind(helpText.visibleProperty());
    reference.visibleProperty().bind(help.selectedProperty());
    modes.managedProperty().bind(modes.visibleProperty());
    fine.managedProperty().bind(fine.visibleProperty());
    duplicate.disableProperty().bind(rules.selected().isNull());
    remove.disableProperty().bind(rules.selected().isNull());
    editor.visibleProperty().bind(rules.selected().isNotNull());
    none.visibleProperty().bind(rules.selected().isNull());
    rules.rows().subscribe(this::showMoves);
    rules.selected().subscribe(row -> {
      list.getSelectionModel().select(row);
      edit(row);
      showMoves();
    });
    list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> rules.selected().set(now));
    mode.selectedToggleProperty().subscribe((before, now) -> {
      if (now == null) {
        mode.selectToggle(before);
      } else if (edited != null && edited.kind().get().isFilter()) {
        edited.kind().set(RuleKind.valueOf(String.valueOf(now.getUserData())));
      }
    });
  }

  private void showMoves() {
    RuleViewModel row = rules.selected().get();
    up.setDisable(!rules.order().canMove(row, -1));
    down.setDisable(!rules.order().canMove(row, 1));
  }

  private void edit(@Nullable RuleViewModel row) {
    if (row == edited) {
      return;
    }
    editing.unsubscribe();
    code.stop();
    edited = row;
    editing = Subscription.EMPTY;
    hints.show(row, text::requestFocus);
    if (row != null) {
      row.writeIn(code);
      editing = Subscription.combine(row.kind().subscribe(this::show), row.mistake().subscribe(this::show));
    }
  }

  private void show(RuleKind kind) {
    heading.setText(resources.getString("heading." + kind.word()));
    explanation.setText(resources.getString("explanation." + kind.word()));
    text.hint(resources.getString("begin." + kind.word()));
    modes.setVisible(kind.isFilter());
    mode.getToggles().stream().filter(toggle -> kind.name().equals(toggle.getUserData())).forEach(mode::selectToggle);
  }

  private void show(@Nullable Mistake mistake) {
    fine.setVisible(mistake == null);
    format.setDisable(mistake != null);
    wrong.show(mistake);
  }

  @FXML
  void addRule() {
    add(RuleKind.RULE);
  }

  @FXML
  void addInclude() {
    add(RuleKind.INCLUDE);
  }

  @FXML
  void addExclude() {
    add(RuleKind.EXCLUDE);
  }

  private void add(RuleKind kind) {
    rules.add(kind, "");
    text.requestFocus();
  }

  @FXML
  void up() {
    ofSelected(row -> rules.moveBy(row, -1));
  }

  @FXML
  void down() {
    ofSelected(row -> rules.moveBy(row, 1));
  }

  @FXML
  void duplicate() {
    ofSelected(rules::duplicate);
  }

  @FXML
  void remove() {
    ofSelected(rules::remove);
  }

  @FXML
  void format() {
    code.format();
    text.requestFocus();
  }

  private void takeSuggestion() {
    ofSelected(RuleViewModel::takeSuggestion);
    text.requestFocus();
  }

  private void ofSelected(Consumer<RuleViewModel> action) {
    RuleViewModel row = rules.selected().get();
    if (row != null) {
      action.accept(row);
    }
  }
}

package app.lineup.gui.rules;

import app.lineup.gui.fx.UndoBar;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Binds the view of the rules to its ViewModel.
public final class RulesController {

  private final RulesViewModel rules;
  private final RulePreviewViewModel preview;
  private final RuleSetsViewModel sets;
  private final RuleMarksViewModel marks;
  private Subscription editing = Subscription.EMPTY;
  private @Nullable RuleViewModel edited;

  @FXML private ResourceBundle resources;
  @FXML private Node root;
  @FXML private ToggleButton help;
  @FXML private MenuButton setsMenu;
  @FXML private RuleSetsPane setsPane;
  @FXML private Node helpText;
  @FXML private HelpPane reference;
  @FXML private ListView<RuleViewModel> list;
  @FXML private UndoBar undo;
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
  @FXML private TextArea text;
  @FXML private Node fine;
  @FXML private Node wrong;
  @FXML private Label what;
  @FXML private Label picture;
  @FXML private Hyperlink suggestion;
  @FXML private HintPane hints;
  @FXML private PreviewPane effect;

  public RulesController(
      RulesViewModel rules, RulePreviewViewModel preview, RuleSetsViewModel sets,
      RuleMarksViewModel marks) {
    this.marks = marks;
    this.sets = sets;
    this.rules = rules;
    this.preview = preview;
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
    var _ = new RuleKeys(rules, root, list, text);
    effect.show(preview);
    list.sceneProperty().subscribe(scene -> marks.open(scene != null));
    setsPane.show(sets, rules, setsMenu);
    undo.offer(rules.undoText(), rules::undo);
    helpText.visibleProperty().bind(help.selectedProperty());
    helpText.managedProperty().bind(helpText.visibleProperty());
    reference.visibleProperty().bind(help.selectedProperty());
    modes.managedProperty().bind(modes.visibleProperty());
    fine.managedProperty().bind(fine.visibleProperty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    picture.managedProperty().bind(picture.visibleProperty());
    suggestion.managedProperty().bind(suggestion.visibleProperty());
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
        edited.kind().set(Kind.valueOf(String.valueOf(now.getUserData())));
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
    if (edited != null) {
      text.textProperty().unbindBidirectional(edited.text());
    }
    edited = row;
    editing = Subscription.EMPTY;
    hints.show(row, text::requestFocus);
    if (row != null) {
      text.textProperty().bindBidirectional(row.text());
      editing = Subscription.combine(row.kind().subscribe(this::show), row.mistake().subscribe(this::show));
    }
  }

  private void show(Kind kind) {
    heading.setText(resources.getString("heading." + kind.word()));
    explanation.setText(resources.getString("explanation." + kind.word()));
    modes.setVisible(kind.isFilter());
    mode.getToggles().stream().filter(toggle -> kind.name().equals(toggle.getUserData())).forEach(mode::selectToggle);
  }

  private void show(@Nullable Mistake mistake) {
    fine.setVisible(mistake == null);
    wrong.setVisible(mistake != null);
    if (mistake != null) {
      what.setText(mistake.what());
      picture.setText(mistake.picture());
      picture.setVisible(!mistake.picture().isEmpty());
      suggestion.setVisible(!mistake.suggestion().isEmpty());
      suggestion.setText(resources.getString("suggestion").replace("{0}", mistake.suggestion()));
    }
  }

  @FXML
  void addRule() {
    add(Kind.RULE);
  }

  @FXML
  void addInclude() {
    add(Kind.INCLUDE);
  }

  @FXML
  void addExclude() {
    add(Kind.EXCLUDE);
  }

  private void add(Kind kind) {
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
  void takeSuggestion() {
    ofSelected(RuleViewModel::takeSuggestion);
    text.requestFocus();
    text.end();
  }

  private void ofSelected(Consumer<RuleViewModel> action) {
    RuleViewModel row = rules.selected().get();
    if (row != null) {
      action.accept(row);
    }
  }
}

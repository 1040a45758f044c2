package app.lineup.gui.rules.model;

import app.lineup.gui.code.CodeViewModel;
import app.lineup.gui.text.Texts;
import app.lineup.library.RuleRow;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.rule.editor.LiteralHint;
import app.lineup.rule.syntax.Dialect;
import app.lineup.rule.syntax.RuleParser;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One rule or filter: its text, whether it takes part, and what is wrong with it. Not thread-safe; used by the
/// window's thread.
public final class RuleViewModel {

  private final Texts texts;
  private final long id;
  private final ObjectProperty<RuleKind> kind;
  private final StringProperty text;
  private final BooleanProperty on = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable Mistake> mistake = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Hint> hint = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RuleMark> mark = new ReadOnlyObjectWrapper<>();
  private RuleKind checkedKind;
  private @Nullable String checkedText;

  RuleViewModel(Texts texts, RuleRow row) {
    this.texts = texts;
    this.id = row.id();
    this.kind = new SimpleObjectProperty<>(row.kind());
    this.text = new SimpleStringProperty(row.text());
    on.set(row.on());
    this.checkedKind = row.kind();
    this.checkedText = null;
    // A text that nobody has read yet is read elsewhere: see RulesViewModel.
    // What was counted was another rule.
    this.text.subscribe((before, now) -> marked(null));
    this.kind.subscribe((before, now) -> marked(null));
    on.subscribe((before, now) -> marked(null));
  }

  /// What the row is known by in the library.
  long id() {
    return id;
  }

  /// Shows the row as the library has it.
  void show(RuleRow row) {
    kind.set(row.kind());
    text.set(row.text());
    on.set(row.on());
  }

  /// The row as it is shown.
  RuleRow row() {
    return new RuleRow(id, kind.get(), text.get(), on.get());
  }

  public ObjectProperty<RuleKind> kind() {
    return kind;
  }

  public StringProperty text() {
    return text;
  }

  /// Whether it takes part in a run.
  public BooleanProperty on() {
    return on;
  }

  /// What is wrong with it, null where nothing is.
  public ReadOnlyObjectProperty<@Nullable Mistake> mistake() {
    return mistake.getReadOnlyProperty();
  }

  /// Lets its text be written in `code`.
  public void writeIn(CodeViewModel code) {
    code.write(kind.get().isFilter() ? Dialect.FILTER : Dialect.RULE, text);
  }

  /// What may be wrong with it though it can be understood, null where nothing seems so.
  public ReadOnlyObjectProperty<@Nullable Hint> hint() {
    return hint.getReadOnlyProperty();
  }

  /// What it does in all lists, null where nobody knows yet.
  public ReadOnlyObjectProperty<@Nullable RuleMark> mark() {
    return mark.getReadOnlyProperty();
  }

  void marked(@Nullable RuleMark now) {
    mark.set(now);
  }

  /// As a run takes it, where it is a rule.
  Rule asRule() {
    return new Rule(text.get(), on.get());
  }

  /// As a run takes it, where it is a filter.
  Filter asFilter() {
    return new Filter(kind.get() == RuleKind.INCLUDE ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE, text.get(), on.get());
  }

  /// Writes what was probably meant in the place of the mistake; an example, where nothing is written.
  public void takeSuggestion() {
    Mistake now = mistake.get();
    if (now == null) {
      takeHint(false);
    } else if (!now.suggestion().isEmpty() && now.to() <= text.get().length()) {
      text.set(text.get().substring(0, now.from()) + now.suggestion() + text.get().substring(now.to()));
    }
  }

  /// Asks for the text that was probably meant, in the place of the pattern.
  ///
  /// @param asPattern by the pattern with its special characters escaped, not by `contains`
  public void takeHint(boolean asPattern) {
    Hint now = hint.get();
    if (now != null) {
      text.set(asPattern ? now.asPattern() : now.asContains());
    }
  }

  void found(RuleKind kind, String text, @Nullable Mistake now, @Nullable Hint nowHint) {
    checkedKind = kind;
    checkedText = text;
    hint.set(nowHint);
    mistake.set(now);
  }

  /// What is wrong with it as it is now; read here, once, where that was not done elsewhere yet.
  @Nullable Mistake mistakeNow() {
    if (checkedKind != kind.get() || !text.get().equals(checkedText)) {
      Mistake now = check(kind.get(), text.get());
      found(kind.get(), text.get(), now, now == null ? hintAt(kind.get(), text.get()) : null);
    }
    return mistake.get();
  }

  /// What is wrong with a text; quick, but for any thread.
  @Nullable Mistake check(RuleKind kind, String text) {
    if (text.isBlank()) {
      String example = texts.get("begin." + kind.word());
      return new Mistake(texts.get(kind.isFilter() ? "mistake.empty-filter" : "mistake.empty-rule"), true,
          example, texts.get("begin", example), 0, text.length());
    }
    try {
      if (kind.isFilter()) {
        RuleParser.condition(text);
      } else {
        RuleParser.mappingRule(text);
      }
      return null;
    } catch (RuleSyntaxException e) {
      String what = texts.get("mistake", e.line(), e.column(), e.found(), e.expected());
      boolean unfinished = e.from() >= text.stripTrailing().length();
      String offer = e.suggestion().map(meant -> texts.get("suggestion", meant)).orElse("");
      return new Mistake(what, unfinished, e.suggestion().orElse(""), offer, e.from(), e.to());
    }
  }

  /// What may be wrong with a text that can be understood; quick, but for any thread.
  @Nullable Hint hintAt(RuleKind kind, String text) {
    Optional<LiteralHint> found = kind.isFilter()
        ? LiteralHint.in(RuleParser.condition(text), text) : LiteralHint.in(RuleParser.mappingRule(text));
    return found.map(
        literal -> new Hint(texts.get("hint.literal", literal.text()), literal.asContains(), literal.asPattern()))
        .orElse(null);
  }
}

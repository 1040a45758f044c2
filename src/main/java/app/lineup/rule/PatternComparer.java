package app.lineup.rule;

import app.lineup.model.KnownField;
import app.lineup.rule.pattern.BudgetedText;
import app.lineup.rule.pattern.ByteProgram;
import app.lineup.rule.pattern.ByteRun;
import app.lineup.rule.pattern.PatternFailure;
import app.lineup.rule.syntax.Accents;
import app.lineup.rule.syntax.Form;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Looks for a pattern, and remembers what its groups caught the last time that it was found. Not thread-safe; used
/// by one thread.
///
/// @see CompiledPattern
final class PatternComparer implements Comparer {

  private final CompiledPattern pattern;
  private final @Nullable Prefilter prefilter;
  private final @Nullable ByteProgram program;
  private final @Nullable ByteRun run;
  private final BudgetedText budgeted = new BudgetedText();
  private final Matcher matcher;
  private @Nullable FieldText caughtIn;
  private String whole = "";
  private int @Nullable [] places;

  PatternComparer(CompiledPattern pattern) {
    this.pattern = pattern;
    this.prefilter = pattern.prefilter();
    this.program = pattern.program();
    this.run = program == null ? null : program.newRun();
    this.matcher = pattern.matcher(budgeted);
  }

  CompiledPattern pattern() {
    return pattern;
  }

  @Override
  public boolean readsBytes(FieldText text) {
    return pattern.holdsFor(text);
  }

  @Override
  public @Nullable Gate gate(KnownField field) {
    Prefilter admitting = prefilter;
    return admitting == null || pattern.ignoresAccents() ? null : new Gate.Bytes(field, admitting, pattern.oddities());
  }

  @Override
  public boolean inBytes(FieldText text, int from, int to) {
    byte[] bytes = text.bytes();
    boolean endsLine = from < to && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r');
    if (endsLine) {
      return inString(text.slice(from, to)); // `$` matches before a line end too.
    }
    if (prefilter != null && !prefilter.admits(bytes, from, to)) {
      return false;
    }
    boolean ascii = text.form() == Form.ASCII;
    if (program != null && run != null && (ascii || program.wide())) {
      caughtIn = text;
      return program.finds(run, bytes, from, to, text.form() == Form.UTF_8);
    }
    boolean all = from == text.from() && to == text.to();
    return inString(all ? text.text() : text.slice(from, to));
  }

  @Override
  public boolean inString(String text) {
    caughtIn = null;
    whole = text;
    places = null;
    if (pattern.ignoresAccents()) {
      Accents.Folded folded = Accents.folded(text);
      places = folded.places();
      budgeted.begin(folded.text());
    } else {
      budgeted.begin(text);
    }
    matcher.reset();
    try {
      return matcher.find();
    } catch (StackOverflowError e) {
      throw PatternFailure.tooDeep();
    }
  }

  /// Puts what the group caught into `into`; nothing where it took no part. Only after the pattern was found.
  void appendGroup(int group, TextBuilder into) {
    FieldText source = caughtIn;
    if (source != null && run != null) {
      int from = run.groups[2 * group];
      if (from >= 0) {
        into.append(source, from, run.groups[2 * group + 1]);
      }
    } else if (matcher.start(group) >= 0) {
      into.append(whole.substring(place(matcher.start(group)), place(matcher.end(group))));
    }
  }

  /// Where a place in what was searched is in the text itself, so that what was caught keeps its accents.
  private int place(int searched) {
    int[] of = places;
    return of == null ? searched : of[searched];
  }
}

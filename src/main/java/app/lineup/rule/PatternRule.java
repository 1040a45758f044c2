package app.lineup.rule;

import app.lineup.model.KnownField;
import app.lineup.model.channel.ByteSearch;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.rule.pattern.ByteProgram;
import app.lineup.rule.pattern.ByteRun;
import app.lineup.rule.pattern.NonAsciiHazard;
import app.lineup.rule.pattern.PatternFailure;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.AssignOperator;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.Template.Part;
import app.lineup.rule.syntax.TextOperator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule of the most usual form, one pattern looked for in one field, and new texts made of what its groups caught:
/// carried out on the bytes of an entry without a text being begun with. Not thread-safe; used by one thread.
///
/// What it cannot tell from bytes is asked in the general way; it does and fails as that does.
final class PatternRule {

  /// What it says of an entry.
  enum Answer {
    /// The rule is not for it.
    PASSED,
    /// The rule was carried out.
    DONE,
    /// Only the general way can tell.
    UNSURE
  }

  private static final byte[] NOTHING = {};
  private static final int USUAL_BYTES = 10_000;

  /// What one assignment sets.
  ///
  /// @param plain  what stands before each group, and behind the last one
  /// @param groups the numbers of the groups
  /// @param twin   which earlier one gives its field the same text, −1 where none does
  private record Setting(FieldText target, KnownField field, byte[][] plain, int[] groups, int twin) {

    /// More than the text can have where that which is searched has `bytes`.
    long most(int bytes) {
      long most = (long) bytes * groups.length;
      for (byte[] part : plain) {
        most += part.length;
      }
      return most;
    }
  }

  private final KnownField field;
  private final Prefilter prefilter;
  private final ByteProgram program;
  private final ByteRun run;
  private final int odd;
  private final int unsure;
  /// A longer text might give one that is too long.
  private final int mostBytes;
  private final Setting[] settings;
  /// Where the texts that were just set stand in the arena.
  private final int[] places;
  private final ChannelTexts texts;
  private byte[] built = new byte[256];
  private int length;

  private PatternRule(
      KnownField field, CompiledPattern pattern, Prefilter prefilter, ByteProgram program, List<Setting> settings,
      ChannelTexts texts) {
    this.field = field;
    this.prefilter = prefilter;
    this.program = program;
    this.run = program.newRun();
    this.odd = pattern.oddities();
    this.unsure = EntryLayout.BROKEN_UTF8 | (field == KnownField.TVG_ID ? EntryLayout.NO_ID : 0);
    this.mostBytes = settings.stream().allMatch(setting -> setting.most(USUAL_BYTES) <= TextBuilder.MOST_BYTES)
        ? USUAL_BYTES
        : 0;
    this.settings = settings.toArray(Setting[]::new);
    this.places = new int[2 * this.settings.length];
    this.texts = texts;
  }

  /// The rule in this form, null where it has another.
  static @Nullable PatternRule of(MappingRule rule, ChannelTexts texts, PatternSet patterns) {
    boolean usual = rule.condition().orElse(null) instanceof Condition.Comparison comparison
        && comparison.operator() == TextOperator.MATCHES && !comparison.likeness().ignoresAccents()
        && comparison.field() instanceof KnownField known && known != KnownField.GROUP_TITLE;
    if (!usual || !(rule.condition().orElse(null) instanceof Condition.Comparison comparison)
        || !(comparison.field() instanceof KnownField field)) {
      return null;
    }
    CompiledPattern pattern = patterns.of(comparison.value(), comparison.likeness());
    Prefilter prefilter = pattern.prefilter();
    ByteProgram program = pattern.program();
    List<Setting> settings = new ArrayList<>();
    for (Action action : rule.actions()) {
      Setting setting = action instanceof Action.Assign assign ? setting(assign, texts, pattern, rule) : null;
      if (setting == null) {
        return null;
      }
      settings.add(setting);
    }
    return prefilter == null || program == null
        ? null
        : new PatternRule(field, pattern, prefilter, program, settings, texts);
  }

  private static @Nullable Setting setting(
      Action.Assign assign, ChannelTexts texts, CompiledPattern pattern, MappingRule rule) {
    if (assign.operator() != AssignOperator.SET || !(assign.field() instanceof KnownField target)) {
      return null;
    }
    List<byte[]> plain = new ArrayList<>();
    List<Integer> groups = new ArrayList<>();
    plain.add(NOTHING);
    for (Part part : assign.template().parts()) {
      switch (part) {
        case Part.Text text -> plain.add(joined(plain.removeLast(), text.text()));
        case Part.Value value -> plain.add(joined(plain.removeLast(), value.text()));
        case Part.Group group -> {
          // A group that the pattern does not have is nothing.
          if (group.number() <= pattern.groups()) {
            groups.add(group.number());
            plain.add(NOTHING);
          }
        }
        case Part.NamedGroup group -> {
          if (pattern.number(group.name()) > 0) {
            groups.add(pattern.number(group.name()));
            plain.add(NOTHING);
          }
        }
        case Part.FieldText _, Part.Changed _ -> {
          return null;
        }
      }
    }
    return new Setting(texts.of(target), target, plain.toArray(byte[][]::new),
        groups.stream().mapToInt(Integer::intValue).toArray(), twin(assign, rule));
  }

  private static int twin(Action.Assign assign, MappingRule rule) {
    List<Action> actions = rule.actions();
    for (int i = 0; i < actions.size() && !actions.get(i).equals(assign); i++) {
      if (actions.get(i) instanceof Action.Assign earlier && earlier.template().equals(assign.template())) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] joined(byte[] before, String text) {
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, both, before.length, more.length);
    return both;
  }

  /// Carries the rule out on an entry where it is for it.
  ///
  /// @throws PatternFailure if the pattern had to be stopped
  Answer apply(ChannelBlock block, int entry) {
    int from = block.newFrom(entry, field);
    boolean isNew = from >= 0;
    from = isNew ? from : block.from(entry, field);
    int to = isNew ? block.newTo(entry, field) : block.to(entry, field);
    if (from < 0 || from >= to || to - from > mostBytes || !isNew && block.is(entry, unsure)) {
      return Answer.UNSURE; // Inherited, or nothing.
    }
    byte[] bytes = isNew ? block.arena() : block.bytes();
    if (bytes[to - 1] == '\n' || bytes[to - 1] == '\r') {
      return Answer.UNSURE;
    }
    boolean plain = !isNew && block.is(entry, EntryLayout.ASCII);
    if (!prefilter.admits(bytes, from, to)) {
      return plain || (NonAsciiHazard.in(bytes, from, to) & odd) == 0 ? Answer.PASSED : Answer.UNSURE;
    }
    boolean ascii = plain || ByteSearch.nextHigh(bytes, from, to) == to;
    if (!ascii && !holdsFor(block, entry, isNew, bytes, from, to)) {
      return Answer.UNSURE;
    }
    if (!program.finds(run, bytes, from, to, !ascii)) {
      return Answer.PASSED;
    }
    set(block, entry, bytes);
    return Answer.DONE;
  }

  /// Whether the program tells rightly of a text outside ASCII, and what it catches is UTF-8.
  private boolean holdsFor(ChannelBlock block, int entry, boolean isNew, byte[] bytes, int from, int to) {
    boolean utf8 = isNew || !block.is(entry, EntryLayout.WINDOWS_1251 | EntryLayout.WINDOWS_1252);
    return utf8 && program.wide() && (NonAsciiHazard.in(bytes, from, to) & odd) == 0;
  }

  /// What was caught stays where it is while texts are set.
  private void set(ChannelBlock block, int entry, byte[] bytes) {
    for (int i = 0; i < settings.length; i++) {
      Setting setting = settings[i];
      if (setting.twin >= 0) {
        block.setInArena(entry, setting.field, places[2 * setting.twin], places[2 * setting.twin + 1]);
      } else {
        build(setting, bytes);
        block.set(entry, setting.field, built, 0, length);
      }
      places[2 * i] = block.newFrom(entry, setting.field);
      places[2 * i + 1] = block.newTo(entry, setting.field);
      texts.changed(setting.target, entry);
    }
  }

  private void build(Setting setting, byte[] bytes) {
    length = 0;
    int[] groups = setting.groups;
    byte[][] plain = setting.plain;
    put(plain[0], 0, plain[0].length);
    for (int k = 0; k < groups.length; k++) {
      int from = run.groups[2 * groups[k]];
      if (from >= 0) {
        put(bytes, from, run.groups[2 * groups[k] + 1]);
      }
      put(plain[k + 1], 0, plain[k + 1].length);
    }
  }

  private void put(byte[] source, int from, int to) {
    int count = to - from;
    if (length + count > built.length) {
      built = Arrays.copyOf(built, 2 * (length + count));
    }
    System.arraycopy(source, from, built, length, count);
    length += count;
  }
}

package app.lineup.rule;

import app.lineup.model.Attribute;
import app.lineup.model.DerivedField;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.rule.syntax.Action;
import app.lineup.rule.syntax.AssignOperator;
import app.lineup.rule.syntax.ComparisonOptions;
import app.lineup.rule.syntax.Condition;
import app.lineup.rule.syntax.MappingRule;
import app.lineup.rule.syntax.Operand;
import app.lineup.rule.syntax.Order;
import app.lineup.rule.syntax.Template;
import app.lineup.rule.syntax.Template.Part;
import app.lineup.rule.syntax.TextFunction;
import app.lineup.rule.syntax.TextOperator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Makes trees as a parser could have read them, without places, and takes the places out of others. Not thread-safe;
/// used by one thread.
public final class RandomTrees {

  public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T19:15:00Z"), ZoneId.of("Europe/Berlin"));

  private static final List<Field> SET =
      List.of(KnownField.CHANNEL_NAME, KnownField.TVG_LOGO, KnownField.TVG_CHNO, new Attribute("catchup"),
          new Attribute("a\\b"));
  private static final List<Field> READ = List.of(KnownField.GROUP_TITLE, DerivedField.SOURCE_NAME, KnownField.TVG_ID);
  private static final String LETTERS = "aB\"'\\ $1{}();,@=~0-.ß\uD83D\uDE00\uD800\0#NOT";

  private final Random random;

  public RandomTrees(long seed) {
    random = new Random(seed);
  }

  public MappingRule rule() {
    Condition pattern = comparison(TextOperator.MATCHES, "(?<land>a)(b)?c{1,2}\\d\\\\\"");
    Optional<Condition> condition = switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(pattern);
      default -> Optional.of(new Condition.AllOf(List.of(pattern, condition(3)), 0, 0));
    };
    List<Action> actions = new ArrayList<>();
    IntStream.range(0, 1 + random.nextInt(3)).forEach(i -> actions.add(action(condition.isPresent())));
    return new MappingRule(condition, actions, "");
  }

  public Condition condition(int depth) {
    return switch (depth == 0 ? 3 : random.nextInt(5)) {
      case 0 -> new Condition.AllOf(parts(depth), 0, 0);
      case 1 -> new Condition.AnyOf(parts(depth), 0, 0);
      case 2 -> new Condition.Not(condition(depth - 1), 0, 0);
      default -> leaf();
    };
  }

  private List<Condition> parts(int depth) {
    return IntStream.range(0, 2 + random.nextInt(2)).mapToObj(i -> condition(depth - 1)).toList();
  }

  private Condition leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> new Condition.IsEmpty(field(), 0, 0);
      case 1 -> new Condition.OneOf(field(), likeness(), List.of(text(), text()), 0, 0);
      case 2 -> new Condition.Ordered(field(), order(), new ComparisonOptions(random.nextBoolean(), false),
          new Operand.Plain(text()), 0, 0);
      case 3 -> new Condition.Ordered(field(), order(), ComparisonOptions.USUAL,
          new Operand.Plain(random.nextInt(100) + ".5"), 0, 0);
      case 4 -> new Condition.Ordered(field(), Order.EQUALS, ComparisonOptions.USUAL, new Operand.Moment(
          "@time:today-2h", Instant.parse("2026-01-30T21:00:00Z"), CLOCK.getZone()), 0, 0);
      default -> comparison(pick(List.of(TextOperator.CONTAINS, TextOperator.EQUALS, TextOperator.STARTS_WITH)),
          text());
    };
  }

  private Condition comparison(TextOperator operator, String value) {
    return new Condition.Comparison(field(), operator, likeness(), value, 0, 0);
  }

  private ComparisonOptions likeness() {
    return new ComparisonOptions(random.nextBoolean(), random.nextInt(3) == 0);
  }

  private Order order() {
    return pick(List.of(Order.values()).subList(1, 5));
  }

  private Field field() {
    return pick(random.nextBoolean() ? SET : READ);
  }

  private Action action(boolean groups) {
    if (random.nextInt(5) == 0) {
      return new Action.Remove(0, 0);
    }
    if (random.nextInt(6) == 0) {
      return new Action.Assign(KnownField.TVG_LOGO, AssignOperator.SET_IF_BLANK, new Template(List.of(
          new Part.Value("@logo:https://a.org/b,(c).png", "https://a.org/b,(c).png", 0, 0)), 0, 0), 0, 0);
    }
    List<Part> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      boolean afterText = !parts.isEmpty() && parts.getLast() instanceof Part.Text;
      if (random.nextInt(4) == 0) {
        parts.add(new Part.Changed(new Part.FieldText(KnownField.TVG_ID, 0, 0), functions(), 0, 0));
        continue;
      }
      parts.add(switch (random.nextInt(groups ? 4 : 2)) {
        case 0 -> afterText ? new Part.FieldText(KnownField.GROUP_TITLE, 0, 0) : new Part.Text(text(), 0, 0);
        case 1 -> new Part.FieldText(new Attribute("catchup"), 0, 0);
        case 2 -> new Part.Group(random.nextInt(3), 0, 0);
        default -> new Part.NamedGroup("land", 0, 0);
      });
    }
    return new Action.Assign(pick(SET), pick(List.of(AssignOperator.values())), new Template(parts, 0, 0), 0, 0);
  }

  private List<TextFunction> functions() {
    return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> pick(List.<TextFunction>of(
        TextFunction.Plain.SLUG, TextFunction.Plain.UPPER, new TextFunction.Pad(3), new TextFunction.Replace("a", ""),
        new TextFunction.Replace("b", "}|x"), new TextFunction.Plus(new BigDecimal("-1.5")),
        new TextFunction.Plus(BigDecimal.TEN)))).toList();
  }

  /// Never a number: those are read as such.
  private String text() {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return random.nextBoolean() ? text.toString() : text.reverse().toString();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  public static MappingRule bare(MappingRule rule) {
    return new MappingRule(rule.condition().map(RandomTrees::bare),
        rule.actions().stream().map(RandomTrees::bare).toList(), "");
  }

  public static Condition bare(Condition condition) {
    return switch (condition) {
      case Condition.AllOf all -> new Condition.AllOf(all.parts().stream().map(RandomTrees::bare).toList(), 0, 0);
      case Condition.AnyOf any -> new Condition.AnyOf(any.parts().stream().map(RandomTrees::bare).toList(), 0, 0);
      case Condition.Not not -> new Condition.Not(bare(not.part()), 0, 0);
      case Condition.Comparison c ->
          new Condition.Comparison(c.field(), c.operator(), c.likeness(), c.value(), 0, 0);
      case Condition.Ordered o -> new Condition.Ordered(o.field(), o.order(), o.likeness(), o.operand(), 0, 0);
      case Condition.OneOf one -> new Condition.OneOf(one.field(), one.likeness(), one.values(), 0, 0);
      case Condition.IsEmpty empty -> new Condition.IsEmpty(empty.field(), 0, 0);
    };
  }

  private static Action bare(Action action) {
    return switch (action) {
      case Action.Remove remove -> new Action.Remove(0, 0);
      case Action.Assign assign -> new Action.Assign(assign.field(), assign.operator(), new Template(
          assign.template().parts().stream().map(RandomTrees::bare).toList(), 0, 0), 0, 0);
    };
  }

  private static Part bare(Part part) {
    return switch (part) {
      case Part.Text text -> new Part.Text(text.text(), 0, 0);
      case Part.Group group -> new Part.Group(group.number(), 0, 0);
      case Part.NamedGroup group -> new Part.NamedGroup(group.name(), 0, 0);
      case Part.FieldText field -> new Part.FieldText(field.field(), 0, 0);
      case Part.Changed changed -> new Part.Changed(bare(changed.part()), changed.functions(), 0, 0);
      case Part.Value value -> new Part.Value(value.written(), value.text(), 0, 0);
    };
  }
}

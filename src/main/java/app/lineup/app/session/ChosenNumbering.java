package app.lineup.app.session;

import app.lineup.library.Library;
import app.lineup.library.NumberScheme;
import app.lineup.library.Setting;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the library says that channels get their numbers: as a run takes it, or what is wrong with what was typed.
/// Immutable.
public sealed interface ChosenNumbering {

  /// It can be understood.
  record Right(Numbering numbering) implements ChosenNumbering {}

  /// A line is no range.
  record BadRange(String line) implements ChosenNumbering {}

  /// Two ranges share a number or a group.
  record Clash(String one, String other) implements ChosenNumbering {}

  /// There are no ranges.
  record NoRange() implements ChosenNumbering {}

  /// The first number is none.
  record BadFirst() implements ChosenNumbering {}

  /// What the library says.
  static ChosenNumbering of(Library library) {
    return switch (scheme(library)) {
      case NONE -> new Right(new Numbering.None());
      case KEEP -> new Right(new Numbering.Keep());
      case FROM -> from(library.setting(Setting.FIRST_NUMBER).orElse("1"));
      case RANGES -> inRanges(library.setting(Setting.RANGES).orElse(""));
    };
  }

  /// The scheme that the library names, [NumberScheme#NONE] where it names none that there is.
  static NumberScheme scheme(Library library) {
    String name = library.setting(Setting.NUMBERS).orElse("");
    return Stream.of(NumberScheme.values()).filter(scheme -> scheme.name().equals(name)).findFirst()
        .orElse(NumberScheme.NONE);
  }

  /// The numbering, where it can be understood.
  default Optional<Numbering> understood() {
    return this instanceof Right(Numbering right) ? Optional.of(right) : Optional.empty();
  }

  private static ChosenNumbering from(String typed) {
    try {
      return new Right(new Numbering.From(Integer.parseInt(typed.strip())));
    } catch (IllegalArgumentException _) {
      return new BadFirst();
    }
  }

  private static ChosenNumbering inRanges(String typed) {
    List<NumberRange> all = new ArrayList<>();
    for (String line : typed.lines().filter(text -> !text.isBlank()).toList()) {
      Optional<NumberRange> range = NumberRange.parse(line);
      if (range.isEmpty()) {
        return new BadRange(line.strip());
      }
      all.add(range.get());
    }
    Optional<NumberRange.Clash> clash = NumberRange.clash(all);
    if (clash.isPresent()) {
      return new Clash(String.valueOf(clash.get().one()), String.valueOf(clash.get().other()));
    }
    return all.isEmpty() ? new NoRange() : new Right(new Numbering.Ranges(all));
  }
}

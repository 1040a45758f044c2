package app.lineup.app.explain;

import app.lineup.model.LogoState;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.StageType;
import java.util.List;
import java.util.Optional;

/// What each stage did to one channel, in their order, with credentials masked. Immutable.
///
/// @param steps at least the loading; the publishing is the last one, unless the channel was left out on its way
public record Journey(List<Step> steps) {

  public Journey {
    steps = List.copyOf(steps);
  }

  /// The journey of a channel of the lineup that was built from `plan`. Reads no file and takes no longer than a few
  /// rules do.
  ///
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter of the plan cannot be read
  public static Journey of(NumberedChannel channel, RunPlan plan) {
    return new JourneyReading(channel, plan).read();
  }

  /// A field that was changed.
  ///
  /// @param field the name that the rule language uses
  /// @param from  its text before, empty where it had none
  /// @param to    its text afterwards, empty where it was taken away
  public record FieldChange(String field, String from, String to) {}

  /// What happened at one stage.
  public sealed interface Step {

    /// Where it happened.
    default StageType stage() {
      return switch (this) {
        case Loaded _, HeldBack _ -> StageType.SOURCE_LOADING;
        case Mapped _, Untouched _, Removed _ -> StageType.DATA_MAPPING;
        case Kept _, NotIncluded _, Excluded _, HiddenSeparator _ -> StageType.FILTERING;
        case Failed failed -> failed.stage();
        case Numbered _ -> StageType.CHANNEL_NUMBERING;
        case Logo _ -> StageType.LOGO_PREFETCH;
        case Published _ -> StageType.M3U_GENERATION;
      };
    }

    /// It was read from a list.
    ///
    /// @param source    the source's name
    /// @param place     where the source is
    /// @param inherited what the entry does not say itself but its list does, by the name of the field
    record Loaded(String source, String place, List<FieldChange> inherited) implements Step {
      public Loaded {
        inherited = List.copyOf(inherited);
      }
    }

    /// An earlier source has it, and duplicates are left out; nothing came after that.
    ///
    /// @param name   what the other one is called there
    /// @param source the source's name
    record HeldBack(String name, String source) implements Step {}

    /// A mapping rule changed it.
    ///
    /// @param rule    as the user wrote it
    /// @param number  its place among all rules of the plan, the first is 1
    /// @param changes at least one
    record Mapped(String rule, int number, List<FieldChange> changes) implements Step {
      public Mapped {
        changes = List.copyOf(changes);
      }
    }

    /// Rules that are on and changed nothing: not meant for it, or saying what was there already.
    ///
    /// @param rules how many, at least one
    record Untouched(int rules) implements Step {}

    /// A mapping rule took it out; nothing came after that.
    ///
    /// @param rule   as the user wrote it
    /// @param number its place among all rules of the plan, the first is 1
    record Removed(String rule, int number) implements Step {}

    /// The filters let it stay.
    ///
    /// @param include the include filter that let it in; empty where none is on, so that everything comes in
    /// @param passed  how many exclude filters are on and did not match
    record Kept(Optional<String> include, int passed) implements Step {}

    /// No include filter lets it in; nothing came after that.
    record NotIncluded() implements Step {}

    /// An exclude filter keeps it out; nothing came after that.
    ///
    /// @param filter as the user wrote it
    record Excluded(String filter) implements Step {}

    /// It is a separator row, and those are hidden; nothing came after that.
    record HiddenSeparator() implements Step {}

    /// A rule or filter had to be stopped; nothing came after that.
    ///
    /// @param stage where it was
    /// @param rule  as the user wrote it
    /// @param why   what happened
    record Failed(StageType stage, String rule, String why) implements Step {}

    /// It was numbered, or not.
    ///
    /// @param before the number that it brought along, empty where it brought none
    /// @param given  the number that it has now, empty where it has none
    /// @param holder the channel that has the number which it brought along; empty where it is free, or nobody looked
    record Numbered(String before, String given, Optional<String> holder) implements Step {
      public Numbered(String before, String given) {
        this(before, given, Optional.empty());
      }
    }

    /// What is known of its picture.
    record Logo(LogoState state) implements Step {}

    /// Its entry was written.
    ///
    /// @param entry   the lines that are published
    /// @param changed whether they differ from the provider's
    record Published(String entry, boolean changed) implements Step {}
  }
}

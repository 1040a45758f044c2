package app.lineup.pipeline;

import app.lineup.model.Filter;
import app.lineup.model.LogoPlan;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import app.lineup.model.guide.GuidePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Everything that decides what a run gives.
///
/// @param sources    the lists, in the order of their channels
/// @param rules      mapping rules in their order
/// @param filters    include and exclude filters
/// @param order      the order of the channels
/// @param numbering  how they are numbered in that order
/// @param separators what becomes of separator rows
/// @param target     where the playlist goes
/// @param durable    whether it is synced to the disk before it takes the place of the old one
/// @param tuning     how it is done; but for duplicates it decides nothing that can be seen in the playlist
/// @param logos      whether pictures are looked for; what is published does not depend on it
/// @param guide      the guide that is published after it
/// @param numbers    the file of the numbers that channels keep from run to run, where they keep any
/// @param limit     how many channels of the lineup are published at most, the first ones; empty for all
public record RunPlan(
    List<Source> sources,
    List<Rule> rules,
    List<Filter> filters,
    Order order,
    Numbering numbering,
    SeparatorPolicy separators,
    Target target,
    boolean durable,
    Tuning tuning,
    LogoPlan logos,
    Optional<GuidePlan> guide,
    Optional<Path> numbers,
    OptionalLong limit) {

  public RunPlan {
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
    filters = List.copyOf(filters);
    if (limit.isPresent() && limit.getAsLong() < 1) {
      throw new IllegalArgumentException("a playlist of no channel");
    }
  }

  /// One in which channels are numbered without regard to earlier runs.
  public RunPlan(
      List<Source> sources,
      List<Rule> rules,
      List<Filter> filters,
      Order order,
      Numbering numbering,
      SeparatorPolicy separators,
      Target target,
      boolean durable,
      Tuning tuning,
      LogoPlan logos,
      Optional<GuidePlan> guide) {
    this(sources, rules, filters, order, numbering, separators, target, durable, tuning, logos, guide, Optional.empty(),
        OptionalLong.empty());
  }

  /// One in the order of the lists whose doing is left to the program, without pictures and without a guide.
  public RunPlan(
      List<Source> sources,
      List<Rule> rules,
      List<Filter> filters,
      Numbering numbering,
      SeparatorPolicy separators,
      Target target,
      boolean durable) {
    this(
        sources, rules, filters, Order.AS_LOADED, numbering, separators, target, durable, Tuning.NONE,
        new LogoPlan.Off(),
        Optional.empty());
  }

  /// The same, done in another way.
  public RunPlan with(Tuning how) {
    return new RunPlan(sources, rules, filters, order, numbering, separators, target, durable, how, logos, guide,
        numbers, limit);
  }

  /// The same in another order.
  public RunPlan with(Order other) {
    return new RunPlan(sources, rules, filters, other, numbering, separators, target, durable, tuning, logos, guide,
        numbers, limit);
  }

  /// The same with other pictures.
  public RunPlan with(LogoPlan pictures) {
    return new RunPlan(sources, rules, filters, order, numbering, separators, target, durable, tuning, pictures, guide,
        numbers, limit);
  }

  /// The same, with channels that keep the numbers of earlier runs.
  public RunPlan with(Path file) {
    return new RunPlan(
        sources, rules, filters, order, numbering, separators, target, durable, tuning, logos, guide, Optional.of(file),
        limit);
  }

  /// The same for the first channels only.
  ///
  /// @param channels how many, at least 1; empty for all
  public RunPlan with(OptionalLong channels) {
    return new RunPlan(
        sources, rules, filters, order, numbering, separators, target, durable, tuning, logos, guide, numbers,
        channels);
  }

  /// The file of the numbers that channels keep, where the numbering is one in which they do.
  public Optional<Path> keptNumbers() {
    return numbering.keepsOwn() ? numbers : Optional.empty();
  }
}

package app.lineup.app.preview;

import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import java.util.List;

/// What a [RulePreview] looks at.
///
/// @param sources    the lists, in the order of their channels
/// @param before     the mapping rules that come before what is asked about
/// @param asked      the rule or filter that is asked about; whether it is on makes no difference
/// @param separators what a run does with separator rows behind its filters
public record PreviewPlan(List<Source> sources, List<Rule> before, Asked asked, SeparatorPolicy separators) {

  public PreviewPlan {
    sources = List.copyOf(sources);
    before = List.copyOf(before);
  }

  /// What is asked about.
  public sealed interface Asked {}

  /// A mapping rule.
  ///
  /// @param text in the rule language
  public record AskedRule(String text) implements Asked {}

  /// A filter.
  ///
  /// @param others all other filters, which may leave out what this one lets in
  public record AskedFilter(Filter.Mode mode, String text, List<Filter> others) implements Asked {

    public AskedFilter {
      others = List.copyOf(others);
    }
  }
}

package app.lineup.oracle;

import app.lineup.model.ChannelNumber;
import app.lineup.model.Filter;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import app.lineup.model.Rule;
import app.lineup.model.SeparatorPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run is asked for, and what it has to give. Immutable.
///
/// @param rules      mapping rules in their order
/// @param filters    include and exclude filters
/// @param order      the order of the channels
/// @param numbering  how they are numbered in it
/// @param separators what becomes of separator rows
record PlainRun(
    List<Rule> rules, List<Filter> filters, Order order, Numbering numbering, SeparatorPolicy separators) {

  /// The bytes of the playlist; empty where no channel is left, or where one of the lists has none, which stops a run.
  Optional<byte[]> published(List<PlainSource> sources) {
    List<PlainList> lists = sources.stream().map(PlainList::of).toList();
    if (lists.stream().anyMatch(list -> list.entries().isEmpty())) {
      return Optional.empty();
    }
    var asked = new PlainRules(rules, filters, separators);
    List<PlainChannel> channels = new ArrayList<>();
    for (PlainList list : lists) {
      list.entries().forEach(entry -> asked.apply(entry).ifPresent(channels::add));
    }
    List<PlainChannel> sorted = PlainOrder.sorted(channels, order);
    List<Optional<ChannelNumber>> numbers = PlainNumbers.of(sorted, numbering);
    var out = new StringBuilder(PlainHeader.published(lists.stream().map(PlainList::header).toList()));
    for (int i = 0; i < sorted.size(); i++) {
      if (i > 0 && "\r\n".indexOf(out.charAt(out.length() - 1)) < 0) {
        // A list may end without a line end.
        out.append('\n');
      }
      out.append(PlainWriter.written(sorted.get(i), numbers.get(i), inherits(sources, asked)));
    }
    return sorted.isEmpty() ? Optional.empty() : Optional.of(PlainBytes.bytes(out.toString()));
  }

  private PlainWriter.Inherits inherits(List<PlainSource> sources, PlainRules asked) {
    if (sources.size() > 1) {
      return PlainWriter.Inherits.NOTHING;
    }
    return order.isAsLoaded() && !asked.touchNeighbours()
        ? PlainWriter.Inherits.EVERYTHING
        : PlainWriter.Inherits.ONLY_THE_HEADER;
  }
}

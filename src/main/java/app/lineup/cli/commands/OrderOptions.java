package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// In which order channels come and which numbers they get, as the command line says it.
final class OrderOptions {

  private static final String FROM = "from:";

  private OrderOptions() {}

  static Order order(ParsedCommand call, Optional<GivenLibrary> library) throws UsageException {
    Optional<String> text = call.one(Option.SORT);
    return text.isEmpty()
        ? library.map(given -> given.plan().order()).orElse(Order.AS_LOADED)
        : Order.parse(text.get()).orElseThrow(() -> BuildOrder.wrongValue(Option.SORT, text.get()));
  }

  static Numbering numbering(ParsedCommand call, Optional<GivenLibrary> library) throws UsageException {
    if (library.isPresent() && call.all(Option.RANGE).isEmpty() && call.one(Option.NUMBERS).isEmpty()) {
      return library.get().numbering();
    }
    return call.all(Option.RANGE).isEmpty() ? numbering(call.one(Option.NUMBERS).orElse("none")) : ranges(call);
  }

  private static Numbering ranges(ParsedCommand call) throws UsageException {
    if (call.one(Option.NUMBERS).isPresent()) {
      throw new UsageException("--range", Texts.get("usage.range-and-numbers"),
          Texts.get("usage.range-and-numbers.advice"));
    }
    List<NumberRange> ranges = new ArrayList<>();
    for (String text : call.all(Option.RANGE)) {
      ranges.add(NumberRange.parse(text).orElseThrow(() -> BuildOrder.wrongValue(Option.RANGE, text)));
    }
    Optional<NumberRange.Clash> clash = NumberRange.clash(ranges);
    if (clash.isPresent()) {
      throw new UsageException("--range", Texts.get("usage.ranges-clash", clash.get().one(), clash.get().other()),
          Texts.get("usage.ranges-clash.advice"));
    }
    return new Numbering.Ranges(ranges);
  }

  private static Numbering numbering(String text) throws UsageException {
    if (text.equals("none")) {
      return new Numbering.None();
    }
    if (text.equals("keep")) {
      return new Numbering.Keep();
    }
    if (text.startsWith(FROM)) {
      try {
        return new Numbering.From(Integer.parseInt(text, FROM.length(), text.length(), 10));
      } catch (IllegalArgumentException e) {
        throw BuildOrder.wrongValue(Option.NUMBERS, text);
      }
    }
    throw BuildOrder.wrongValue(Option.NUMBERS, text);
  }
}

package app.lineup.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was seen while a source was read.
///
/// @param source   the source's name
/// @param entries  how many entries it gave
/// @param lines    how many lines it has
/// @param counts   how often each oddity was found
/// @param findings the first of each, at most [#KEPT_PER_KIND] a kind, in the order of their lines
/// @param guides   the addresses of programme guides that its header offers (`M3U-30`)
public record ParseReport(
    String source,
    long entries,
    long lines,
    Map<FindingKind, Long> counts,
    List<Finding> findings,
    List<String> guides) {

  /// How many findings of one kind are kept with their place; the rest are only counted.
  public static final int KEPT_PER_KIND = 200;

  public ParseReport {
    counts = Map.copyOf(counts);
    findings = List.copyOf(findings);
    guides = List.copyOf(guides);
  }

  /// The same with a kind of finding that was only counted.
  public ParseReport with(FindingKind kind, long count) {
    Map<FindingKind, Long> more = new EnumMap<>(FindingKind.class);
    more.putAll(counts);
    more.merge(kind, count, Long::sum);
    return new ParseReport(source, entries, lines, more, findings, guides);
  }
}

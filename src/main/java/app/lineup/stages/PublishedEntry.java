package app.lineup.stages;

import app.lineup.entry.EntryWriter;
import app.lineup.model.M3uEntry;
import app.lineup.model.NumberedChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The entry that a run writes for a channel. Immutable.
///
/// @param text its lines, with its address in full: whoever shows it masks it
public record PublishedEntry(String text) {

  /// The entry of a channel of the lineup that was built from `plan`.
  ///
  /// @throws app.lineup.rule.RuleSyntaxException if a rule or filter of the plan cannot be read
  public static PublishedEntry of(NumberedChannel channel, RunPlan plan) {
    var writer = new EntryWriter(RunParts.of(plan).inheritance());
    M3uEntry entry = writer.write(channel.channel(), channel.number());
    Charset charset = writer.recoded() > 0 ? StandardCharsets.UTF_8 : channel.channel().charset();
    return new PublishedEntry(new String(entry.bytes(), entry.from(), entry.length(), charset));
  }
}

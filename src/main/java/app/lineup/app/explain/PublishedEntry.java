package app.lineup.app.explain;

import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.pipeline.CompiledPlan;
import app.lineup.pipeline.RunPlan;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The entry that a run writes for a channel. Immutable.
///
/// @param text    its lines, with its address in full: whoever shows it masks it
/// @param changed whether it is not just what the provider wrote
public record PublishedEntry(String text, boolean changed) {

  /// The entry of a channel of the lineup that was built from `plan`.
  ///
  /// @throws app.lineup.rule.syntax.RuleSyntaxException if a rule or filter of the plan cannot be read
  public static PublishedEntry of(NumberedChannel channel, RunPlan plan) {
    return of(channel, CompiledPlan.of(plan));
  }

  static PublishedEntry of(NumberedChannel numbered, CompiledPlan parts) {
    var writer = new EntryWriter(parts.inheritance());
    Channel channel = numbered.channel();
    byte[] written = writer.write(numbered);
    Charset charset = writer.recoded() > 0 ? StandardCharsets.UTF_8 : channel.charset();
    boolean changed = !Arrays.equals(
        written, 0, written.length, channel.block(), channel.place(EntryLayout.ENTRY_FROM),
        channel.place(EntryLayout.ENTRY_TO));
    return new PublishedEntry(new String(written, charset), changed);
  }
}

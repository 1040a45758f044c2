package app.lineup.pipeline.logo;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;
import java.util.Arrays;
import java.util.Map;

/// Channels of which only the logo matters.
public final class TestChannels {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list", "", Map.of());

  private TestChannels() {}

  public static Channel withLogo(String logo) {
    int[] places = new int[EntryLayout.OTHERS];
    Arrays.fill(places, -1);
    places[EntryLayout.FLAGS] = 0;
    places[EntryLayout.ENTRY_FROM] = 0;
    places[EntryLayout.ENTRY_TO] = 0;
    return new Channel(new byte[0], places, ORIGIN).with(KnownField.TVG_LOGO, logo);
  }
}

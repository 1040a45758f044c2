package app.lineup.stages.logo;

import app.lineup.model.Channel;
import app.lineup.model.KnownField;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import java.util.Arrays;
import java.util.Map;

/// Channels of which only the logo matters.
public final class TestChannels {

  private static final Origin ORIGIN = new Origin("list", "m3u", "list", "", Map.of());

  private TestChannels() {}

  public static Channel withLogo(String logo) {
    int[] places = new int[Places.OTHERS];
    Arrays.fill(places, -1);
    places[Places.FLAGS] = 0;
    places[Places.ENTRY_FROM] = 0;
    places[Places.ENTRY_TO] = 0;
    return new Channel(new byte[0], places, ORIGIN).with(KnownField.TVG_LOGO, logo);
  }
}

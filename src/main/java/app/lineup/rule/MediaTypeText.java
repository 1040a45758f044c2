package app.lineup.rule;

import app.lineup.model.KnownField;
import app.lineup.model.channel.ByteSearch;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.MediaType;
import app.lineup.rule.pattern.Needle;

/// The name of an entry's [MediaType], mostly from the bytes of its address. Thread-safe: no state.
final class MediaTypeText {

  private static final Needle SERIES = needle("/series/");
  private static final Needle MOVIE = needle("/movie/");
  private static final Needle MP4 = needle(".mp4");
  private static final Needle MKV = needle(".mkv");

  private MediaTypeText() {}

  private static Needle needle(String ascii) {
    return new Needle(ascii, false);
  }

  /// What [ChannelBlock#mediaType] says, by name.
  static String of(ChannelBlock block, int entry) {
    int from = block.from(entry, KnownField.STREAM_URL);
    int to = block.to(entry, KnownField.STREAM_URL);
    // Outside ASCII there are other letters whose small ones are these; and what is new stands in the arena.
    boolean plain = from >= 0 && block.is(entry, EntryLayout.ASCII) && !block.isChanged(entry, KnownField.STREAM_URL);
    if (!plain || mayBeRadio(block, entry)) {
      return block.mediaType(entry).ruleName();
    }
    return of(block.bytes(), from, to).ruleName();
  }

  private static boolean mayBeRadio(ChannelBlock block, int entry) {
    return block.find(entry, MediaType.RADIO_ATTRIBUTE) >= 0
        || !block.newAttributes().isEmpty() && block.newAttributes().contains(MediaType.RADIO_ATTRIBUTE)
        || !block.origin(entry).headerValues().isEmpty()
            && block.origin(entry).headerValues().containsKey(MediaType.RADIO_ATTRIBUTE.key());
  }

  private static MediaType of(byte[] bytes, int from, int to) {
    if (SERIES.isIn(bytes, from, to)) {
      return MediaType.SERIES;
    }
    int path = ByteSearch.indexOf(bytes, (byte) '?', from, to);
    boolean movie = MOVIE.isIn(bytes, from, to) || MP4.ends(bytes, from, path) || MKV.ends(bytes, from, path);
    return movie ? MediaType.MOVIE : MediaType.LIVE;
  }
}

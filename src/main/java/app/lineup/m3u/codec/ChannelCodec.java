package app.lineup.m3u.codec;

import app.lineup.engine.record.BlockReader;
import app.lineup.engine.record.BlockWriter;
import app.lineup.engine.record.ItemCodec;
import app.lineup.model.Attribute;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;
import app.lineup.model.channel.Overrides;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a channel as what it is: its entry's bytes, the places in them, what was changed, and once a block the origin
/// that its neighbours share. Thread-safe: no state.
///
/// A channel that was read is a view of the block, which costs no copy.
public final class ChannelCodec implements ItemCodec<Channel> {

  /// An object's own and its array's.
  private static final int OBJECT_BYTES = 24;

  private static final KnownField[] FIELDS = KnownField.values();

  @Override
  public String form() {
    return "channel 1";
  }

  @Override
  public void write(Channel channel, BlockWriter out) {
    int from = channel.place(EntryLayout.ENTRY_FROM);
    int length = channel.place(EntryLayout.ENTRY_TO) - from;
    boolean changed = !channel.changes().isEmpty();
    out.number((long) length << 1 | (changed ? 1 : 0));
    out.raw(channel.block(), from, length);
    PlacesForm.write(channel, out);
    out.shared(channel.origin(), ChannelCodec::writeOrigin);
    if (changed) {
      writeChanges(channel.changes(), out);
    }
  }

  private static void writeOrigin(Origin origin, BlockWriter out) {
    out.text(origin.sourceName());
    out.text(origin.sourceType());
    out.text(origin.sourceUrl());
    out.text(origin.stickyGroup());
    out.number(origin.headerValues().size());
    origin.headerValues().forEach((key, value) -> {
      out.text(key);
      out.text(value);
    });
  }

  private static void writeChanges(Overrides changes, BlockWriter out) {
    int set = 0;
    for (KnownField field : FIELDS) {
      set |= changes.of(field) == null ? 0 : 1 << field.ordinal();
    }
    out.octet(set);
    for (KnownField field : FIELDS) {
      String value = changes.of(field);
      if (value != null) {
        out.text(value);
      }
    }
    out.number(changes.attributes().size());
    changes.attributes().forEach((attribute, value) -> {
      out.text(attribute.key());
      out.text(value);
    });
  }

  @Override
  public Channel read(BlockReader in) {
    int header = in.count();
    int length = header >>> 1;
    int from = in.position();
    in.skip(length);
    int[] places = PlacesForm.read(in, from, length);
    var channel = new Channel(in.array(), places, in.shared(Origin.class, ChannelCodec::readOrigin));
    return (header & 1) == 0 ? channel : channel.withChanges(readChanges(in));
  }

  private static Origin readOrigin(BlockReader in) {
    String name = in.text();
    String type = in.text();
    String url = in.text();
    String group = in.text();
    Map<String, String> headers = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      headers.put(in.text(), in.text());
    }
    return new Origin(name, type, url, group, headers);
  }

  private static Overrides readChanges(BlockReader in) {
    int set = in.octet();
    Overrides changes = Overrides.NONE;
    for (KnownField field : FIELDS) {
      if ((set & 1 << field.ordinal()) != 0) {
        changes = changes.with(field, in.text());
      }
    }
    for (int left = in.count(); left > 0; left--) {
      Field attribute = new Attribute(in.text());
      changes = changes.with(attribute, in.text());
    }
    return changes;
  }

  @Override
  public Channel owned(Channel channel) {
    int from = channel.place(EntryLayout.ENTRY_FROM);
    int to = channel.place(EntryLayout.ENTRY_TO);
    if (from == 0 && to == channel.block().length) {
      return channel;
    }
    return new Channel(Arrays.copyOfRange(channel.block(), from, to), PlacesForm.fromZero(channel), channel.origin())
        .withChanges(channel.changes());
  }

  /// The origin is its source's, and costs nothing here.
  @Override
  public long weigh(Channel channel) {
    long bytes = 2L * OBJECT_BYTES + channel.place(EntryLayout.ENTRY_TO) - channel.place(EntryLayout.ENTRY_FROM)
        + Integer.BYTES * (EntryLayout.OTHERS + 4L * channel.otherAttributes());
    return channel.changes().isEmpty() ? bytes : bytes + weigh(channel.changes());
  }

  private static long weigh(Overrides changes) {
    long bytes = 3L * OBJECT_BYTES + 8L * FIELDS.length;
    for (KnownField field : FIELDS) {
      String value = changes.of(field);
      bytes += value == null ? 0 : 2L * OBJECT_BYTES + value.length();
    }
    for (Map.Entry<Attribute, String> one : changes.attributes().entrySet()) {
      bytes += 6L * OBJECT_BYTES + one.getKey().key().length() + one.getValue().length();
    }
    return bytes;
  }
}

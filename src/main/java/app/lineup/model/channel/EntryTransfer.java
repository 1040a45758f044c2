package app.lineup.model.channel;

import app.lineup.model.KnownField;
import java.util.Arrays;
import java.util.List;

/// Takes entries out of blocks and puts them into others: all places move with the bytes that they point to.
/// Thread-safe: no state.
final class EntryTransfer {

  private static final byte[] NO_BYTES = {};
  private static final KnownField[] FIELDS = KnownField.values();

  private EntryTransfer() {}

  /// Fills a block anew. Channels that stand in one array go on standing there; of others the bytes are put one behind
  /// the other.
  static void fill(ChannelBlock into, List<Channel> channels) {
    byte[] shared = channels.isEmpty() ? NO_BYTES : channels.getFirst().block();
    boolean together = true;
    int length = 0;
    for (Channel channel : channels) {
      together &= channel.standsIn(shared);
      length += channel.place(EntryLayout.ENTRY_TO) - channel.place(EntryLayout.ENTRY_FROM);
    }
    into.begin(together ? shared : new byte[length], together ? shared.length : 0);
    for (Channel channel : channels) {
      if (together) {
        add(into, channel, 0);
      } else {
        add(into, channel);
      }
    }
  }

  /// Adds a channel with all that was changed of it.
  private static void add(ChannelBlock into, Channel channel) {
    int from = channel.place(EntryLayout.ENTRY_FROM);
    add(into, channel, into.append(channel.block(), from, channel.place(EntryLayout.ENTRY_TO)) - from);
  }

  private static void add(ChannelBlock into, Channel channel, int shift) {
    into.beginEntry(channel, shift);
    for (int i = 0; i < channel.otherAttributes(); i++) {
      int at = EntryLayout.OTHERS + 4 * i;
      addOther(into, shift, channel.place(at), channel.place(at + 1), channel.place(at + 2), channel.place(at + 3));
    }
    into.commit(channel.origin());
    if (!channel.changes().isEmpty()) {
      change(into, into.size() - 1, channel.changes());
    }
  }

  private static void change(ChannelBlock into, int entry, Overrides changes) {
    for (KnownField field : FIELDS) {
      String value = changes.of(field);
      if (value != null) {
        into.set(entry, field, value);
      }
    }
    changes.attributes().forEach((attribute, value) -> into.set(entry, attribute, value));
  }

  /// Adds an entry of another block as it was read.
  static void add(ChannelBlock into, ChannelBlock other, int entry) {
    int from = other.place(entry, EntryLayout.ENTRY_FROM);
    int shift = into.append(other.bytes(), from, other.place(entry, EntryLayout.ENTRY_TO)) - from;
    into.beginEntry();
    for (int i = 0; i < EntryLayout.FLAGS; i++) {
      into.mark(i, moved(other.place(entry, i), shift));
    }
    into.flag(other.place(entry, EntryLayout.FLAGS));
    for (int i = 0; i < other.others(entry); i++) {
      addOther(into, shift, other.other(entry, i, 0), other.other(entry, i, 1), other.other(entry, i, 2),
          other.other(entry, i, 3));
    }
    into.commit(other.origin(entry));
  }

  private static void addOther(ChannelBlock into, int shift, int keyFrom, int keyTo, int valueFrom, int valueTo) {
    boolean named = keyTo > keyFrom;
    into.addOther(named ? keyFrom + shift : 0, named ? keyTo + shift : 0, valueFrom + shift, valueTo + shift);
  }

  private static int moved(int place, int shift) {
    return place < 0 ? place : place + shift;
  }

  /// The entry as a value of its own.
  static Channel takenOut(ChannelBlock block, int entry) {
    int from = block.place(entry, EntryLayout.ENTRY_FROM);
    byte[] own = Arrays.copyOfRange(block.bytes(), from, block.place(entry, EntryLayout.ENTRY_TO));
    int others = block.others(entry);
    int[] places = new int[EntryLayout.OTHERS + 4 * others];
    for (int i = 0; i < EntryLayout.FLAGS; i++) {
      places[i] = moved(block.place(entry, i), -from);
    }
    places[EntryLayout.FLAGS] = block.place(entry, EntryLayout.FLAGS) & ~ChannelBlock.CHANGED;
    for (int i = 0; i < others; i++) {
      int at = EntryLayout.OTHERS + 4 * i;
      boolean named = block.other(entry, i, 1) > block.other(entry, i, 0);
      places[at] = named ? block.other(entry, i, 0) - from : 0;
      places[at + 1] = named ? block.other(entry, i, 1) - from : 0;
      places[at + 2] = block.other(entry, i, 2) - from;
      places[at + 3] = block.other(entry, i, 3) - from;
    }
    var channel = new Channel(own, places, block.origin(entry));
    return block.isChanged(entry) ? channel.withChanges(block.changes(entry)) : channel;
  }

  /// What was changed of the entry.
  static Overrides changes(ChannelBlock block, int entry) {
    Overrides changes = Overrides.NONE;
    for (KnownField field : KnownField.values()) {
      if (block.isChanged(entry, field)) {
        changes = changes.with(field, EntryText.of(block, entry, field));
      }
    }
    for (int column : block.changedAttributes(entry)) {
      String value = EntryText.inArena(block, block.newFrom(entry, column), block.newTo(entry, column));
      changes = changes.with(block.newAttributes().get(column), value);
    }
    return changes;
  }
}

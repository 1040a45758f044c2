package app.lineup.entry;

import app.lineup.model.Attribute;
import app.lineup.model.Channel;
import app.lineup.model.ChannelNumber;
import app.lineup.model.KnownField;
import app.lineup.model.M3uEntry;
import app.lineup.model.Origin;
import app.lineup.model.Places;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes entries: what nothing changed is a view of the provider's own bytes, the rest is copied with the changed parts
/// replaced (DESIGN §2, "Writing an override"). Confined.
public final class EntryWriter {

  private final Inheritance inheritance;
  private final EntryEdits edits = new EntryEdits();
  private final ByteSink sink = new ByteSink();
  private final StringBuilder fresh = new StringBuilder();
  private long recoded;

  /// @param inheritance what entries can no longer inherit and must say themselves
  public EntryWriter(Inheritance inheritance) {
    this.inheritance = inheritance;
  }

  /// How many entries had to become UTF-8 because their code page cannot hold a new value.
  public long recoded() {
    return recoded;
  }

  /// Lets go of the array that earlier entries share.
  public void release() {
    sink.release();
  }

  /// The entry as it will be published.
  ///
  /// @param number the channel's number; null to leave what the entry says
  public M3uEntry write(Channel channel, @Nullable ChannelNumber number) {
    ChannelNumber changed = number != null && number.isWrittenAs(channel.text(KnownField.TVG_CHNO)) ? null : number;
    edits.clear();
    fresh.setLength(0);
    collect(channel, changed);
    int from = channel.place(Places.ENTRY_FROM);
    int to = channel.place(Places.ENTRY_TO);
    if (edits.isEmpty()) {
      return new M3uEntry(channel.block(), from, to - from);
    }
    if (!channel.charset().equals(StandardCharsets.UTF_8) && !edits.fits(channel.charset())) {
      recoded++;
      return write(Recoding.toUtf8(channel), number);
    }
    sink.begin();
    edits.apply(channel.block(), from, to, channel.charset(), sink);
    return new M3uEntry(sink.array(), sink.from(), sink.length());
  }

  private void collect(Channel channel, @Nullable ChannelNumber number) {
    if (!channel.changes().isEmpty()) {
      for (KnownField field : KnownField.values()) {
        String value = channel.changes().of(field);
        if (value != null && !(field == KnownField.TVG_CHNO && number != null)) {
          change(channel, field, value);
        }
      }
      channel.changes().attributes().forEach((attribute, value) -> change(channel, attribute, value));
    }
    if (number != null) {
      change(channel, KnownField.TVG_CHNO, number.toString());
    }
    inherit(channel);
    boolean needsInfo = channel.place(Places.INFO_FROM) < 0
        && (!edits.isEmpty() || channel.changes().of(KnownField.CHANNEL_NAME) != null);
    boolean needsComma = channel.is(Places.NO_COMMA) && channel.changes().of(KnownField.CHANNEL_NAME) != null;
    if (!fresh.isEmpty() || needsInfo || needsComma) {
      insert(channel);
    }
  }

  private void change(Channel channel, KnownField field, String value) {
    int from = channel.place(field.ordinal() * 2);
    int to = channel.place(field.ordinal() * 2 + 1);
    switch (field) {
      case STREAM_URL -> edits.replace(from, to, value);
      case CHANNEL_NAME -> rename(channel, from, to, value);
      case GROUP_TITLE -> {
        boolean ownLine = channel.place(Places.EXTGRP_FROM) >= 0;
        if (ownLine) {
          edits.replace(channel.place(Places.EXTGRP_FROM), channel.place(Places.EXTGRP_TO), value);
        }
        if (from >= 0 || !ownLine) {
          attribute(channel, field.attribute(), from, to, value);
        }
      }
      case TVG_ID, TVG_NAME, TVG_LOGO, TVG_SHIFT, TVG_CHNO -> attribute(channel, field.attribute(), from, to, value);
    }
    Duplicates.remove(channel, field, edits);
  }

  private void rename(Channel channel, int from, int to, String value) {
    // Where the line or its comma is missing, insert() writes the name with it.
    if (channel.place(Places.INFO_FROM) >= 0 && !channel.is(Places.NO_COMMA)) {
      edits.replace(from, to, value);
    }
  }

  private void change(Channel channel, Attribute attribute, String value) {
    for (int i = channel.otherAttributes() - 1; i >= 0; i--) {
      int at = Places.OTHERS + 4 * i;
      if (Ascii.is(channel.block(), channel.place(at), channel.place(at + 1), attribute.key())) {
        attribute(channel, attribute.key(), channel.place(at + 2), channel.place(at + 3), value);
        Duplicates.remove(channel, attribute, channel.place(at), edits);
        return;
      }
    }
    attribute(channel, attribute.key(), -1, -1, value);
  }

  private void attribute(Channel channel, String key, int from, int to, String value) {
    String quotable = value.replace('"', '\'');
    if (from < 0) {
      // A blank one is written only where the entry would inherit another.
      if (!value.isEmpty() || channel.origin().headerValues().containsKey(key)) {
        fresh.append(' ').append(key).append("=\"").append(quotable).append('"');
      }
      return;
    }
    byte[] block = channel.block();
    boolean quoted = block[from - 1] == '"' || block[from - 1] == '\'';
    boolean closed = quoted && to < block.length && block[to] == block[from - 1];
    if (quoted && block[from - 1] == '"' && closed) {
      edits.replace(from, to, quotable);
    } else {
      edits.replace(quoted ? from - 1 : from, closed ? to + 1 : to, "\"" + quotable + "\"");
    }
  }

  /// Rows 24 and 31: what an entry inherits stands in the entry itself once its neighbours change.
  private void inherit(Channel channel) {
    if (inheritance == Inheritance.LEFT_IN_PLACE) {
      return;
    }
    Origin origin = channel.origin();
    if (!origin.stickyGroup().isEmpty()) {
      boolean inherits = channel.changes().of(KnownField.GROUP_TITLE) == null
          && channel.from(KnownField.GROUP_TITLE) == channel.to(KnownField.GROUP_TITLE);
      if (inherits) {
        int at = KnownField.GROUP_TITLE.ordinal() * 2;
        attribute(channel, "group-title", channel.place(at), channel.place(at + 1), origin.stickyGroup());
      }
      StickyLines.remove(channel, edits);
    }
    if (inheritance == Inheritance.WRITTEN_OUT_WITH_HEADER) {
      for (Map.Entry<String, String> header : origin.headerValues().entrySet()) {
        inheritHeader(channel, header.getKey(), header.getValue());
      }
    }
  }

  private void inheritHeader(Channel channel, String key, String value) {
    for (KnownField field : KnownField.values()) {
      if (field.isAttribute() && field.attribute().equals(key)) {
        // One number for all channels of a list is no number, and a group is not read from the header either.
        boolean applies = field != KnownField.TVG_CHNO && field != KnownField.GROUP_TITLE;
        boolean missing = applies && channel.place(field.ordinal() * 2) < 0;
        if (missing && channel.changes().of(field) == null) {
          attribute(channel, key, -1, -1, value);
        }
        return;
      }
    }
    var attribute = new Attribute(key);
    if (channel.changes().of(attribute) == null && !channel.writes(attribute)) {
      attribute(channel, key, -1, -1, value);
    }
  }

  /// New attributes go before the name's comma; what is missing for them is written with them.
  private void insert(Channel channel) {
    if (channel.place(Places.INFO_FROM) < 0) {
      String line = "#EXTINF:-1" + fresh + "," + channel.text(KnownField.CHANNEL_NAME) + LineEnd.of(channel);
      edits.insertFirst(channel.place(KnownField.STREAM_URL.ordinal() * 2), line);
      return;
    }
    int at = channel.place(Places.ATTRIBUTES_TO);
    if (!channel.is(Places.NO_COMMA)) {
      edits.replace(at, at, fresh.toString());
      return;
    }
    String name = channel.changes().of(KnownField.CHANNEL_NAME);
    int nameTo = Math.max(at, channel.place(KnownField.CHANNEL_NAME.ordinal() * 2 + 1));
    edits.replace(at, name == null ? at : nameTo, openQuote(channel) + fresh + "," + (name == null ? "" : name));
  }

  /// The quote that begins the line's last value where nothing ends it and nothing here wrote it anew.
  private String openQuote(Channel channel) {
    int end = channel.place(Places.ATTRIBUTES_TO);
    byte last = 0;
    for (KnownField field : KnownField.values()) {
      int at = field.ordinal() * 2;
      if (field.isAttribute() && channel.place(at + 1) == end) {
        last = channel.block()[channel.place(at) - 1];
      }
    }
    for (int at = Places.OTHERS; at < Places.OTHERS + 4 * channel.otherAttributes(); at += 4) {
      if (channel.place(at + 3) == end) {
        last = channel.block()[channel.place(at + 2) - 1];
      }
    }
    return last == '"' && !edits.endsAt(end) ? "\"" : last == '\'' && !edits.endsAt(end) ? "'" : "";
  }
}

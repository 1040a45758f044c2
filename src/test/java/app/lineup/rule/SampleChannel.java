package app.lineup.rule;

import app.lineup.model.KnownField;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.Origin;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes channels for tests as a scanner would: bytes and places. Not thread-safe; used by one thread.
public final class SampleChannel {

  private final Map<KnownField, String> known = new EnumMap<>(KnownField.class);
  private final Map<String, String> others = new LinkedHashMap<>();
  private Charset charset = StandardCharsets.UTF_8;
  private Origin origin = new Origin("Home", "m3u", "http://example.net/***", "", Map.of());

  public static Channel named(String name) {
    return new SampleChannel().with(KnownField.CHANNEL_NAME, name).channel();
  }

  public static Channel inGroup(String group) {
    return new SampleChannel().with(KnownField.CHANNEL_NAME, "One").with(KnownField.GROUP_TITLE, group).channel();
  }

  public SampleChannel with(KnownField field, String text) {
    known.put(field, text);
    return this;
  }

  public SampleChannel with(String attribute, String text) {
    others.put(attribute, text);
    return this;
  }

  public SampleChannel in(Charset newCharset) {
    charset = newCharset;
    return this;
  }

  SampleChannel from(Origin newOrigin) {
    origin = newOrigin;
    return this;
  }

  public Channel channel() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] places = new int[EntryLayout.OTHERS + 4 * others.size()];
    Arrays.fill(places, -1);
    write(bytes, "some bytes of the entry before\n");
    places[EntryLayout.ENTRY_FROM] = bytes.size();
    places[EntryLayout.INFO_FROM] = bytes.size();
    write(bytes, "#EXTINF:-1");
    known.forEach((field, text) -> {
      if (field.isAttribute()) {
        write(bytes, " " + field.attribute() + "=\"");
        place(bytes, places, index(field), text);
        write(bytes, "\"");
      }
    });
    int at = EntryLayout.OTHERS;
    for (Map.Entry<String, String> other : others.entrySet()) {
      write(bytes, " ");
      place(bytes, places, at, other.getKey());
      write(bytes, "=\"");
      place(bytes, places, at + 2, other.getValue());
      write(bytes, "\"");
      at += 4;
    }
    places[EntryLayout.ATTRIBUTES_TO] = bytes.size();
    write(bytes, ",");
    place(bytes, places, 0, known.getOrDefault(KnownField.CHANNEL_NAME, ""));
    write(bytes, "\n");
    place(bytes, places, index(KnownField.STREAM_URL),
        known.getOrDefault(KnownField.STREAM_URL, "http://example.net/1.ts"));
    places[EntryLayout.ENTRY_TO] = bytes.size();
    places[EntryLayout.FLAGS] = flags(bytes.toByteArray());
    return new Channel(bytes.toByteArray(), places, origin);
  }

  private static int index(KnownField field) {
    return 2 * List.of(KnownField.values()).indexOf(field);
  }

  private int flags(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return switch (charset.name()) {
          case "windows-1252" -> EntryLayout.WINDOWS_1252;
          case "windows-1251" -> EntryLayout.WINDOWS_1251;
          default -> 0;
        };
      }
    }
    return EntryLayout.ASCII;
  }

  private void place(ByteArrayOutputStream bytes, int[] places, int index, String text) {
    places[index] = bytes.size();
    write(bytes, text);
    places[index + 1] = bytes.size();
  }

  private void write(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(charset));
  }
}

package app.lineup.gui.channels.model;

import app.lineup.gui.text.Texts;
import app.lineup.model.Attribute;
import app.lineup.model.ChannelNumber;
import app.lineup.model.DerivedField;
import app.lineup.model.KnownField;
import app.lineup.model.Secrets;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.EntryLayout;
import app.lineup.model.channel.NumberedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is said about a channel. Thread-safe: no state.
final class WordsViewModel {

  private WordsViewModel() {}

  /// A channel as a row of the table.
  static RowText row(Texts texts, NumberedChannel numbered) {
    Channel channel = numbered.channel();
    return new RowText(number(numbered), channel.text(KnownField.CHANNEL_NAME), channel.text(KnownField.GROUP_TITLE),
        channel.text(KnownField.TVG_ID), texts.get("type." + channel.mediaType().ruleName()),
        channel.origin().sourceName());
  }

  private static String number(NumberedChannel numbered) {
    ChannelNumber number = numbered.number();
    return number == null ? numbered.channel().text(KnownField.TVG_CHNO) : number.toString();
  }

  /// All that is known of a channel, without what is blank, and with credentials masked.
  static List<Detail> details(Texts texts, NumberedChannel numbered) {
    Channel channel = numbered.channel();
    var details = new ArrayList<Detail>();
    add(details, texts.get("field.number"), number(numbered));
    add(details, texts.get("field.group"), channel.text(KnownField.GROUP_TITLE));
    add(details, texts.get("field.type"), texts.get("type." + channel.mediaType().ruleName()));
    add(details, texts.get("field.source"), channel.text(DerivedField.SOURCE_NAME));
    add(details, texts.get("field.address"), Secrets.maskAddress(channel.text(KnownField.STREAM_URL)));
    for (KnownField field : List.of(
        KnownField.TVG_ID, KnownField.TVG_NAME, KnownField.TVG_LOGO, KnownField.TVG_SHIFT)) {
      add(details, field.attribute(), channel.text(field));
    }
    others(channel).forEach(attribute -> add(details, attribute.key(), channel.text(attribute)));
    return details;
  }

  private static void add(List<Detail> details, String name, String value) {
    if (!value.isBlank()) {
      details.add(new Detail(name, Secrets.maskValue(name, value)));
    }
  }

  private static Set<Attribute> others(Channel channel) {
    var others = new LinkedHashSet<Attribute>();
    for (int i = 0; i < channel.otherAttributes(); i++) {
      int from = channel.place(EntryLayout.OTHERS + 4 * i);
      int to = channel.place(EntryLayout.OTHERS + 4 * i + 1);
      String key = new String(channel.block(), from, to - from, StandardCharsets.ISO_8859_1);
      if (!key.isBlank()) {
        others.add(new Attribute(key));
      }
    }
    others.addAll(channel.changes().attributes().keySet());
    return others;
  }
}

package app.lineup.gui.publish.model;

import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.output.KeptPlaylist;
import app.lineup.serve.Fetch;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What is said about playlists and about who fetches them. Immutable.
record WordsViewModel(Texts texts) {

  private static final int OK = 200;

  /// To the second: two versions may have been made in one minute.
  String when(Instant time) {
    return format(FormatStyle.MEDIUM, time);
  }

  private static String format(FormatStyle time, Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, time).withZone(ZoneId.systemDefault()).format(at);
  }

  /// Size and age.
  String facts(KeptPlaylist kept) {
    return texts.get("facts", Amounts.bytes(kept.bytes()), format(FormatStyle.SHORT, kept.madeAt()));
  }

  FetchRow row(Fetch fetch) {
    return new FetchRow(
        when(fetch.at()),
        fetch.client(),
        fetch.userAgent().isEmpty() ? texts.get("program.none") : fetch.userAgent(),
        answer(fetch),
        Amounts.bytes(fetch.bytes()),
        Amounts.time(fetch.took()));
  }

  private String answer(Fetch fetch) {
    if (!fetch.complete()) {
      return texts.get("answer.broken");
    }
    if (fetch.status() == OK && fetch.bytes() == 0) {
      return texts.get("answer.asked");
    }
    return switch (fetch.status()) {
      case OK, 206, 304, 404, 405, 416, 503 -> texts.get("answer." + fetch.status());
      default -> texts.get("answer.other", fetch.status());
    };
  }
}

package app.lineup.m3u.scan;

import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.channel.EntryLayout;

/// Finds what serves for a name where an entry has none, and notes what is odd about its info line (`M3U-9`, `M3U-10`,
/// `M3U-18` and `M3U-22`).
final class EntryNames {

  private EntryNames() {}

  /// An entry that is only an address.
  static void ofAddress(byte[] block, InfoLine info, long line, ScanLog log) {
    StreamUrl.noteName(block, info);
    int url = KnownField.STREAM_URL.ordinal() * 2;
    log.note(FindingKind.NO_INFO, line, block, info.get(url), info.get(url + 1));
  }

  /// An entry with an info line.
  static void ofInfo(byte[] block, InfoLine info, long line, ScanLog log) {
    if (!info.has(KnownField.CHANNEL_NAME)) {
      standIn(block, info);
      log.noteNamed(FindingKind.NO_NAME, line, block, info);
    }
    if ((info.get(EntryLayout.FLAGS) & EntryLayout.NO_COMMA) != 0) {
      log.noteNamed(FindingKind.NO_COMMA, line, block, info);
    }
    if (info.keyTwice()) {
      log.noteNamed(FindingKind.KEY_TWICE, line, block, info);
    }
  }

  private static void standIn(byte[] block, InfoLine info) {
    boolean hasId = info.has(KnownField.TVG_ID) && (info.get(EntryLayout.FLAGS) & EntryLayout.NO_ID) == 0;
    if (info.has(KnownField.TVG_NAME)) {
      standIn(info, KnownField.TVG_NAME);
    } else if (hasId) {
      standIn(info, KnownField.TVG_ID);
    } else {
      StreamUrl.noteName(block, info);
    }
  }

  private static void standIn(InfoLine info, KnownField field) {
    info.set(EntryLayout.STAND_IN_FROM, info.get(field.ordinal() * 2));
    info.set(EntryLayout.STAND_IN_TO, info.get(field.ordinal() * 2 + 1));
  }
}

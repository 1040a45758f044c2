package app.lineup.engine.record;

import java.io.IOException;

/// A file that is no whole file of records of the form that was asked for. The message says why, after "the file is
/// damaged:".
public final class DamagedRecordsException extends IOException {

  private static final long serialVersionUID = 1;

  /// @param why a sentence that begins with what it is about
  DamagedRecordsException(String why) {
    super(why);
  }
}

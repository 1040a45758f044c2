package app.lineup.rule;

import app.lineup.model.ProgrammeField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a programme says in its fields. Not thread-safe; used by one thread.
public interface ProgrammeTexts {

  /// Its texts in the field: several where it has several languages or categories; none where it says nothing.
  List<String> of(ProgrammeField field);

  /// The moment in [ProgrammeField#START] or [ProgrammeField#STOP].
  Optional<Instant> moment(ProgrammeField field);

  /// What it is called in a message.
  String name();
}

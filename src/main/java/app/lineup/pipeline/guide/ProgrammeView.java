package app.lineup.pipeline.guide;

import app.lineup.model.ProgrammeField;
import app.lineup.model.guide.Programme;
import app.lineup.rule.ProgrammeTexts;
import app.lineup.xmltv.ProgrammeElement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One programme as a filter asks it; each field is read once. Not thread-safe; used by one thread.
final class ProgrammeView implements ProgrammeTexts {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Programme programme;
  private final ZoneId zone;
  private final Map<ProgrammeField, List<String>> texts = new EnumMap<>(ProgrammeField.class);

  /// @param zone where its times are shown
  ProgrammeView(Programme programme, ZoneId zone) {
    this.programme = programme;
    this.zone = zone;
  }

  @Override
  public List<String> of(ProgrammeField field) {
    return texts.computeIfAbsent(field, this::read);
  }

  private List<String> read(ProgrammeField field) {
    return switch (field) {
      case TITLE -> ProgrammeElement.texts(programme, "title");
      case SUBTITLE -> ProgrammeElement.texts(programme, "sub-title");
      case DESCRIPTION -> ProgrammeElement.texts(programme, "desc");
      case CATEGORY -> ProgrammeElement.texts(programme, "category");
      case EPISODE -> ProgrammeElement.texts(programme, "episode-num");
      case DATE -> ProgrammeElement.texts(programme, "date");
      case CHANNEL -> List.of(programme.channel());
      case START, STOP -> moment(field).map(at -> SHOWN.format(at.atZone(zone))).stream().toList();
      case LENGTH -> programme.stop()
          .map(stop -> String.valueOf(Duration.between(programme.start(), stop).toMinutes())).stream().toList();
    };
  }

  @Override
  public Optional<Instant> moment(ProgrammeField field) {
    return switch (field) {
      case START -> Optional.of(programme.start());
      case STOP -> programme.stop();
      case TITLE, SUBTITLE, DESCRIPTION, CATEGORY, EPISODE, DATE, CHANNEL, LENGTH -> Optional.empty();
    };
  }

  @Override
  public String name() {
    return String.join(" / ", of(ProgrammeField.TITLE)) + " on " + programme.channel();
  }
}

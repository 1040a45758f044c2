package app.lineup.pipeline;

import java.util.List;
import java.util.stream.Stream;

/// The seven stages in their order.
public enum StageType {
  SOURCE_LOADING("source_loading"),
  DATA_MAPPING("data_mapping"),
  FILTERING("filtering"),
  CHANNEL_NUMBERING("channel_numbering"),
  LOGO_PREFETCH("logo_prefetch"),
  M3U_GENERATION("m3u_generation"),
  OUTPUT("output");

  /// The id of the guide, which is published after the seven.
  public static final String GUIDE_ID = "guide";

  private final String id;

  StageType(String id) {
    this.id = id;
  }

  /// The name that settings, terminal and charts use.
  public String id() {
    return id;
  }

  /// The ids of all stages in their order.
  public static List<String> ids() {
    return Stream.of(values()).map(StageType::id).toList();
  }

  /// The same and the guide's, for a run that publishes one.
  public static List<String> idsWithGuide() {
    return Stream.concat(ids().stream(), Stream.of(GUIDE_ID)).toList();
  }
}

package app.lineup.model.guide;

import java.util.List;

/// A `<channel>` of a guide.
///
/// @param id      its id, as it reads
/// @param names   all its display names (`XMLTV-55`)
/// @param element its element in UTF-8; read only
public record GuideChannel(String id, List<String> names, byte[] element) {

  public GuideChannel {
    names = List.copyOf(names);
  }
}

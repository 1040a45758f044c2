package app.lineup.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds links of pages that lead nowhere. Links to other places than the repository are not followed. Thread-safe: no
/// state.
final class Links {

  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

  private Links() {}

  /// The links of a page that do not resolve, as they stand there.
  ///
  /// @param root where the path of the page begins
  static List<String> broken(RepositoryText page, Path root) throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher link = LINK.matcher(CODE.matcher(page.text()).replaceAll("x"));
    while (link.find()) {
      if (URI.create(link.group(1)).getScheme() == null && !resolves(page, link.group(1), root)) {
        broken.add(page.path() + ": " + link.group(1));
      }
    }
    return broken;
  }

  private static boolean resolves(RepositoryText page, String link, Path root) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path from = root.resolve(page.path());
    Path to = file.isEmpty() ? from : from.resolveSibling(file).normalize();
    if (!file.isEmpty() && !Files.exists(to)) {
      return false;
    }
    return hash < 0 || headings(file.isEmpty() ? page.text() : Files.readString(to)).contains(link.substring(hash + 1));
  }

  /// The names by which headings are linked to.
  private static List<String> headings(String text) {
    return HEADING.matcher(text).results().map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).toList();
  }
}

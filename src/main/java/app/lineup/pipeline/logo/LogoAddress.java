package app.lineup.pipeline.logo;

import app.lineup.files.Digest;
import app.lineup.model.Address;
import app.lineup.model.KnownField;
import app.lineup.model.channel.NumberedChannel;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where a channel's picture is. Immutable.
///
/// @param uri  an http or https address
/// @param hash the name under which it is known here
/// @param list where the list is that names it, without its login
record LogoAddress(URI uri, Digest hash, String list) {

  /// The address that `numbered` names; empty where it names none that is asked: never a file, never this page's text.
  static Optional<LogoAddress> of(NumberedChannel numbered) {
    String text = numbered.channel().text(KnownField.TVG_LOGO).strip();
    String scheme = Address.scheme(text);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    return Address.parse(text).filter(uri -> uri.getHost() != null)
        .map(uri -> new LogoAddress(uri, Digest.of(text), numbered.channel().origin().sourceUrl()));
  }

  /// The server's name.
  String host() {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }
}

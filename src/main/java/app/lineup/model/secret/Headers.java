package app.lineup.model.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The headers that a player is to send, behind the bar of an address: all are hidden but a short list. Immutable but
/// for what it puts the text to; used for one address.
///
/// @param out   takes the text
/// @param depth how many addresses this one stands in
record Headers(Masked out, int depth) {

  private static final Pattern HEADER_END = Pattern.compile("&(?=[\\w-]+=)");

  /// Headers behind the bar, to the end.
  void mask(String headers) {
    out.show("|");
    Matcher separator = HEADER_END.matcher(headers);
    int at = 1;
    while (separator.find()) {
      header(headers.substring(at, separator.start()));
      out.show("&");
      at = separator.end();
    }
    header(headers.substring(at));
  }

  private void header(String header) {
    int equals = header.indexOf('=');
    if (equals < 0) {
      if (header.isBlank() || header.startsWith(Masked.HIDDEN) || Words.isFolder(header)) {
        out.join(TextMask.mask(header));
      } else {
        out.hide();
      }
      return;
    }
    String name = header.substring(0, equals);
    String value = header.substring(equals + 1);
    out.show(name).show("=");
    if (value.startsWith(Masked.HIDDEN)) {
      Parameters.alreadyHidden(out, value);
    } else if (Words.isHarmlessHeader(name) || Parameters.PLAIN_VALUE.matcher(value).matches()) {
      String plain = AddressMask.decoded(value);
      Masked masked = plain.contains("://") ? TextMask.mask(plain) : new Masked(0).show(plain);
      out.join(masked.toString().equals(plain) ? new Masked(0).show(value) : masked);
    } else if (name.strip().equalsIgnoreCase("authorization") || Words.isCredential(name)) {
      out.hideLogin();
    } else {
      out.hide();
    }
  }
}

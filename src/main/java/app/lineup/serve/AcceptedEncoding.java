package app.lineup.serve;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an `Accept-Encoding` header says about gzip.
final class AcceptedEncoding {

  private AcceptedEncoding() {}

  /// Whether gzip may be sent and is not liked less than the plain bytes.
  ///
  /// @param headers the header's lines; null where there is none
  static boolean prefersGzip(@Nullable List<String> headers) {
    double gzip = -1;
    double any = -1;
    double plain = 0;
    for (String coding : String.join(",", headers == null ? List.of() : headers).split(",", -1)) {
      int semicolon = coding.indexOf(';');
      String name = (semicolon < 0 ? coding : coding.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
      double weight = semicolon < 0 ? 1 : weight(coding.substring(semicolon + 1));
      switch (name) {
        case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
        case "*" -> any = weight;
        case "identity" -> plain = weight;
        default -> { }
      }
    }
    double effective = gzip < 0 ? any : gzip;
    return effective > 0 && effective >= plain;
  }

  /// The `q` of a coding: 1 where there is none, 0 where it cannot be read.
  private static double weight(String parameter) {
    String text = parameter.strip().toLowerCase(Locale.ROOT);
    if (!text.startsWith("q=")) {
      return 1;
    }
    try {
      return Double.parseDouble(text.substring(2));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

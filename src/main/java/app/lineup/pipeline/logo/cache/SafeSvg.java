package app.lineup.pipeline.logo.cache;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Whether an SVG is a still picture that stands by itself: nothing in it runs, moves, or comes from elsewhere. It is
/// read as text and never drawn here. In doubt it is not. Thread-safe: no state.
final class SafeSvg {

  private static final XMLInputFactory FACTORY = factory();
  private static final int MOST_DEPTH = 200;

  /// Elements that run, move, or bring something in, whatever their namespace.
  private static final Set<String> REFUSED = Set.of(
      "script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "set", "animate", "animatecolor",
      "animatemotion", "animatetransform", "discard", "audio", "video", "canvas", "html", "body", "meta", "link",
      "base");

  private static final Pattern OWN_PICTURE = Pattern.compile("data:image/(?:png|jpe?g|gif|webp)[;,].*", Pattern.DOTALL);
  private static final Pattern ELSEWHERE = Pattern.compile(
      "url\\s*\\(\\s*[\"']?\\s*(?!#|data:image/(?:png|jpe?g|gif|webp)[;,])\\S");

  private SafeSvg() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  static boolean is(byte[] bytes) {
    if (!mayBeXml(bytes)) {
      return false;
    }
    try {
      XMLStreamReader reader;
      synchronized (FACTORY) {
        reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
      }
      return isSafe(reader);
    } catch (XMLStreamException | RuntimeException e) {
      // The reader of the JDK throws what it likes where the text is broken; broken is all that this says.
      return false;
    }
  }

  private static boolean mayBeXml(byte[] bytes) {
    int at = bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF
        ? 3 : 0;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    return at < bytes.length && bytes[at] == '<';
  }

  private static boolean isSafe(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    boolean begun = false;
    boolean inStyle = false;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = lower(reader.getLocalName());
          if (!begun && !name.equals("svg") || ++depth > MOST_DEPTH || REFUSED.contains(name) || !areSafe(reader)) {
            return false;
          }
          begun = true;
          inStyle = name.equals("style");
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          inStyle = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inStyle && !isSafeStyle(reader.getText())) {
            return false;
          }
        }
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          if (lower(reader.getPITarget()).contains("stylesheet")) {
            return false;
          }
        }
        case XMLStreamConstants.DTD -> {
          if (!isPlain(reader.getText())) {
            return false;
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          return false;
        }
        default -> {
          // Comments, spaces, the end.
        }
      }
    }
    return begun;
  }

  /// The declaration that drawing programs write, which brings nothing along.
  private static boolean isPlain(String declaration) {
    return declaration.indexOf('[') < 0 && declaration.contains("-//W3C//DTD SVG ");
  }

  private static boolean areSafe(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = lower(reader.getAttributeLocalName(i));
      String value = reader.getAttributeValue(i).strip();
      if (name.startsWith("on") || !isSafeStyle(value) || lower(value).replaceAll("\\s", "").contains("javascript:")) {
        return false;
      }
      boolean leads = name.equals("href") || name.equals("src") || name.equals("base");
      if (leads && !value.isEmpty() && !value.startsWith("#") && !OWN_PICTURE.matcher(lower(value)).matches()) {
        return false;
      }
    }
    return true;
  }

  /// A backslash could spell what is looked for in another way.
  private static boolean isSafeStyle(String text) {
    String lower = lower(text);
    return !lower.contains("@import") && !lower.contains("image(") && !lower.contains("image-set(")
        && !ELSEWHERE.matcher(lower).find()
        && !(lower.indexOf('\\') >= 0 && (lower.contains("(") || lower.contains("@")));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

package app.lineup.m3u.write;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.m3u.Inheritance;
import app.lineup.m3u.scan.Blocks;
import app.lineup.model.Attribute;
import app.lineup.model.ChannelNumber;
import app.lineup.model.Field;
import app.lineup.model.KnownField;
import app.lineup.model.channel.ChannelBlock;
import app.lineup.model.channel.Origin;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Odd entries with odd changes come out with the very bytes that stand beside them in `written.txt`. A line there:
/// what becomes of what is inherited, the number, whether the entry becomes UTF-8, the lasting group, the entry, what
/// is written; then attributes of the header and what is set.
final class WrittenGoldenTest {

  private static final Path CASES = Path.of("src", "test", "java", "app", "lineup", "m3u", "write", "written.txt");

  static Stream<String> cases() throws Exception {
    return Files.readAllLines(CASES).stream();
  }

  @ParameterizedTest(name = "{index}")
  @DisplayName("the same bytes as ever")
  @MethodSource("cases")
  void sameBytes(String line) {
    List<String> parts = List.of(line.split("\t", -1));
    Map<String, String> header = new LinkedHashMap<>();
    parts.stream().filter(part -> part.startsWith("header ")).forEach(part -> header.put(key(part), value(part)));
    ChannelBlock block = Blocks.of(bytes(parts.get(4)), new Origin("list", "m3u", "list", text(parts.get(3)), header));
    parts.stream().filter(part -> part.startsWith("set ")).forEach(part -> block.set(0, field(key(part)), value(part)));
    ChannelNumber.parse(parts.get(1)).ifPresent(number -> block.number(0, number.major(), number.minor()));
    var writer = new EntryWriter(Inheritance.valueOf(parts.getFirst()));
    byte[] written = Blocks.written(block, 0, writer);
    // Each byte a character: where they differ, one sees how.
    assertThat(new String(written, StandardCharsets.ISO_8859_1))
        .isEqualTo(new String(bytes(parts.get(5)), StandardCharsets.ISO_8859_1));
    assertThat(writer.recoded()).isEqualTo(Long.parseLong(parts.get(2)));
  }

  private static String key(String part) {
    return text(part.substring(part.indexOf(' ') + 1, part.indexOf('=')));
  }

  private static String value(String part) {
    return text(part.substring(part.indexOf('=') + 1));
  }

  private static Field field(String name) {
    for (KnownField field : KnownField.values()) {
      if (field.ruleName().equals(name)) {
        return field;
      }
    }
    return new Attribute(name);
  }

  private static String text(String escaped) {
    return new String(bytes(escaped), StandardCharsets.UTF_8);
  }

  /// `\n`, `\r`, `\\`, and `\x` with two digits; everything else is itself.
  private static byte[] bytes(String escaped) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) != '\\') {
        out.write(escaped.charAt(i));
      } else if (escaped.charAt(++i) == 'x') {
        out.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(switch (escaped.charAt(i)) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          default -> '\\';
        });
      }
    }
    return out.toByteArray();
  }
}

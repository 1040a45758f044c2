package app.lineup.pipeline.logo.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is taken for a picture, and what is not (`HTTP-64`).
final class PictureTypeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "PNG, 89504E470D0A1A0A0000000D49484452",
    "JPEG, FFD8FFE000104A46494600",
    "GIF, 474946383961010001",
    "GIF, 474946383761010001",
    "WEBP, 52494646240000005745425056503820",
    "BMP, 424D46000000000000003600000028000000",
    "ICO, 00000100010010100000010020000100000016000000FF"
  })
  void firstBytesTell(PictureType type, String hex) {
    assertThat(PictureType.of(HexFormat.of().parseHex(hex))).hasValue(type);
  }

  /// 60,000 × 60,000 in every form, and 100 × 100.
  @ParameterizedTest(name = "{0} too large: {2}")
  @CsvSource({
    "PNG, 89504E470D0A1A0A0000000D494844520000EA600000EA60, true",
    "PNG, 89504E470D0A1A0A0000000D494844520000006400000064, false",
    "GIF, 47494638396160EA60EA, true",
    "GIF, 47494638396164006400, false",
    "BMP, 424D4600000000000000360000002800000060EA000060EA0000, true",
    "BMP, 424D46000000000000003600000028000000640000006400000000, false",
    "JPEG, FFD8FFE00004AAAAFFC0001108EA60EA60, true",
    "JPEG, FFD8FFE00004AAAAFFC20011080064006403, false",
    "WEBP, 5249464624000000574542505650385820000000000000005FEA005FEA00, true",
    "WEBP, 52494646240000005745425056503858200000000000000063000063000000, false",
    "WEBP, 52494646240000005745425056503820000000000000009D012A64006400, false",
    "ICO, 0000010001001010000001002000180000001600000089504E470D0A1A0A0000000D494844520000EA600000EA60, true",
    "SVG, 3C7376673E, false",
    "PNG, 89504E470D0A1A0A, false"
  })
  void sizesAreReadBeforeAnybodyDecodes(PictureType type, String hex, boolean tooLarge) {
    assertThat(type.isTooLarge(HexFormat.of().parseHex(hex))).isEqualTo(tooLarge);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"", "89504E47", "424D", "424D46000000000000003600000099000000", "FFD8", "524946462400000057415645",
      "00000100010010100000010020000100000016000000", "000001000000101000000100200001000000160000000000"})
  void halfASignIsNone(String hex) {
    assertThat(PictureType.of(HexFormat.of().parseHex(hex))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>",
    "<?xml version='1.0'?><!-- made by hand --><svg xmlns='http://www.w3.org/2000/svg' "
        + "xmlns:xlink='http://www.w3.org/1999/xlink'>"
        + "<defs><linearGradient id='g'/></defs><use xlink:href='#g'/><rect fill='url(#g)'/></svg>",
    "\uFEFF <svg xmlns='http://www.w3.org/2000/svg'><style>.a{fill:red}</style><title>A &amp; B</title></svg>",
    "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg "
        + "xmlns='http://www.w3.org/2000/svg'/>",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/png;base64,AAAA'/></svg>"})
  void aStillSvgIsTaken(String text) {
    assertThat(PictureType.of(text.getBytes(StandardCharsets.UTF_8))).hasValue(PictureType.SVG);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/2000/svg'><x:script>alert(1)</x:script></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "<svg xmlns='http://www.w3.org/2000/svg'><a href='java&#115;cript:alert(1)'><path/></a></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><set attributeName='href' to='x'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://elsewhere/pixel.png'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/svg+xml,x'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><use href='other.svg#a'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'http://elsewhere/a.css';</style></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><style>.a{fill:url(http://elsewhere/a)}</style></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill:u\\72l(http://elsewhere)'/></svg>",
    "<?xml-stylesheet href='http://elsewhere/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><svg "
        + "xmlns='http://www.w3.org/2000/svg'><title>&b;</title></svg>",
    "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg "
        + "xmlns='http://www.w3.org/2000/svg'><title>&a;</title></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'>", "<html><body>404</body></html>", "<!DOCTYPE html><html></html>",
    "not found"})
  void anSvgThatDoesSomethingIsNotTaken(String text) {
    assertThat(PictureType.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void aDeepSvgIsNotTaken() {
    String text = "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>".repeat(5000) + "</g>".repeat(5000) + "</svg>";
    assertThat(PictureType.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}

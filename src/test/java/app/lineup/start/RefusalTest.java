package app.lineup.start;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.start.StartState.Refused;
import app.lineup.start.StartState.Why;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalTest {

  private static final Path FILE = Path.of("lineup.aot");

  private static Refused refused(String said) {
    return Refusal.of(FILE, said.lines());
  }

  /// As JDK 25 says it.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      OTHER_PROGRAM | This file is not the one used while building the archive: '/a/modules', size has changed
      OTHER_OPTIONS | The saved state of UseCompressedOops and UseCompressedClassPointers is different from runtime
      OTHER_OPTIONS | Mismatched values for property jdk.module.addmods: java.rmi specified during runtime
      OTHER_OPTIONS | The AOT cache's UseCompactObjectHeaders setting (disabled) does not equal the current one
      OTHER_JAVA    | The AOT cache was created by a different version or build of HotSpot
      DAMAGED       | The AOT cache has been truncated.
      DAMAGED       | Unable to read generic CDS file map header from AOT cache
      UNKNOWN       | Today is a Sunday
      """)
  void theReasonIsUnderstood(Why why, String sentence) {
    Refused refused = refused("""
        Picked up JAVA_TOOL_OPTIONS: -Xmx1g
        An error has occurred while processing the AOT cache. Run with -Xlog:aot for details.
        %s
        Loading static archive failed.
        Unable to map shared spaces
        Error occurred during initialization of VM
        Unable to use AOT cache.
        """.formatted(sentence));
    assertThat(refused).isEqualTo(new Refused(FILE, why, sentence));
  }

  @Test
  void aJvmThatBreaksHasMetADamagedOne() {
    assertThat(refused("#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n").why())
        .isEqualTo(Why.DAMAGED);
  }

  @Test
  void noReasonIsNone() {
    assertThat(refused("Unable to use AOT cache.\n")).isEqualTo(new Refused(FILE, Why.UNKNOWN, ""));
  }
}

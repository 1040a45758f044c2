package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Sessions;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BudgetTest {

  @ParameterizedTest
  @CsvSource({"200,200000000", "'',512000000", "many,512000000", "-5,512000000", "63,512000000", "64,64000000",
      "0,512000000", "99999999999999999,512000000"})
  void isWhatWasChosenIfItMakesSense(String chosen, long bytes) {
    assertThat(Budget.bytes(Sessions.with(Map.of("memory.budget", chosen), new ArrayList<>()).library()))
        .isEqualTo(bytes);
  }
}

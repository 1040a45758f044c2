package app.lineup.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.cli.args.Option;
import app.lineup.model.channel.MediaType;
import app.lineup.pipeline.StageType;
import org.junit.jupiter.api.Test;

final class TextsTest {

  @Test
  void fillsIn() {
    assertThat(Texts.get("usage.write-value", "-o", "{OUT}")).isEqualTo("Write -o {OUT}.");
    assertThatThrownBy(() -> Texts.get("nix")).hasMessageContaining("nix");
  }

  @Test
  void hasAWordForEverythingThatIsNamedByItsKind() {
    for (Option option : Option.values()) {
      assertThat(Texts.get(option.textKey())).isNotBlank();
    }
    for (MediaType type : MediaType.values()) {
      assertThat(Texts.get("type." + type.ruleName())).isNotBlank();
    }
    for (String stage : StageType.ids()) {
      assertThat(Texts.get("stage." + stage)).isNotBlank();
    }
  }
}

package app.lineup.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MaskedJsonTest {

  @Test
  void writesOneObjectAndALinesEnd() {
    assertThat(document(json -> {
      json.texts("name", "Ä \"1\"", "group", "");
      json.number("channels", 3);
      json.number("seconds", 0.5);
      json.truth("exact", true);
      json.object("types", () -> json.number("live", 2));
      json.objects("groups", List.of("a", "b"), group -> json.text("group", group));
      json.array("all", List.of("x"));
    })).isEqualTo("""
        {"name":"Ä \\"1\\"","group":"","channels":3,"seconds":0.5,"exact":true,"types":{"live":2},\
        "groups":[{"group":"a"},{"group":"b"}],"all":["x"]}
        """);
  }

  @Test
  void showsNoCredential() {
    String address = "http://user:secret@host/list";
    assertThat(document(json -> {
      json.text("text", address);
      json.texts("texts", address);
      json.array("array", List.of(address));
    })).contains("host").doesNotContain("secret");
  }

  private static String document(Consumer<MaskedJson> content) {
    return new String(MaskedJson.document(content), StandardCharsets.UTF_8);
  }
}

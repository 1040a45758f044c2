package app.lineup.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What is shipped says of what parts it is made, and under which licences. Looks at the program as it was put
/// together.
final class NoticesIT {

  private static final Path LEGAL = Path.of("target", "lineup", "legal");

  @Test
  void eachPartHasItsLicence() throws Exception {
    JsonNode parts = new ObjectMapper().readTree(Files.readAllBytes(LEGAL.resolve("bom.json"))).path("components");
    assertThat(parts.size()).isGreaterThan(10);
    List<String> folders;
    try (Stream<Path> files = Files.list(LEGAL)) {
      folders = files.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).toList();
    }
    for (JsonNode part : parts) {
      String name = part.path("name").asString() + "-" + part.path("version").asString();
      assertThat(part.path("licenses").size()).as(name).isPositive();
      assertThat(folders).as(name).anyMatch(folder -> folder.startsWith(name));
    }
    assertThat(folders).allSatisfy(folder -> assertThat(LEGAL.resolve(folder)).isNotEmptyDirectory());
    assertThat(LEGAL.resolve("LICENSE")).hasSameTextualContentAs(Path.of("LICENSE"));
  }
}

package app.lineup.arch;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.Launcher;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The program keeps to the plan of the house.
final class ArchitectureTest {

  private static JavaClasses program;

  @BeforeAll
  static void read() throws URISyntaxException {
    // By its place: on the module path a search by package may find nothing, and every rule would hold.
    Path compiled = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    program = new ClassFileImporter().importPath(compiled);
  }

  @Test
  void theRulesSeeTheProgram() {
    assertThat(program.contain(Launcher.class)).isTrue();
  }

  @Test
  void theRulesSeeNoTests() {
    assertThat(program.contain(ArchitectureTest.class)).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> theProgramKeeps() {
    return House.rules().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(program)));
  }
}

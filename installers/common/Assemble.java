import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// Puts the program together below `target/lineup`, so that it can be started from the build and taken anywhere: `bin`,
/// a `runtime` with the program in it, the caches that make it start quickly, and in `legal` the licences. Where this
/// JDK cannot link such a runtime, there is a `lib` of jars in its place, for a java of the machine.
///
/// Run by the build as `java Assemble.java <project folder> <our jar> <module>/<class> <class path>`. It is Java and
/// not shell so that it works wherever the build does; the JDK that the build chose is the one it runs on.
final class Assemble {

  private Assemble() {}

  public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
    Path target = Path.of(args[0]).resolve("target");
    Modules modules = Modules.of(target.resolve("modules"), target.resolve("link"), Path.of(args[1]), args[3]);
    var common = new Common(Path.of(args[0]), args[2], modules.id(Link.For.BUILD));
    Path home = target.resolve("lineup");
    // All of it, caches first of all: they are of the runtime as it was.
    Common.deleteTree(home);
    (linked(common, modules, home) ? image(common, home) : plain(common, modules, home)).make(home);
    new Notices(common.project()).write(home, modules.jars());
  }

  private static boolean linked(Common common, Modules modules, Path home) throws IOException, InterruptedException {
    Optional<String> missing = Link.missing();
    if (missing.isPresent()) {
      warn(missing.get());
      return false;
    }
    try {
      Link.link(common.project(), modules, Link.For.BUILD, home.resolve("runtime"));
      return true;
    } catch (IllegalStateException e) {
      Common.deleteTree(home.resolve("runtime"));
      warn(e.getMessage());
      return false;
    }
  }

  private static void warn(String reason) {
    System.out.println("[WARNING] The JDK at " + System.getProperty("java.home") + " cannot link a runtime. " + reason);
    System.out.println("[WARNING] target/lineup is made of jars that this machine's java runs: it works, but loses its "
        + "quick start when it is moved. A JDK that can link, such as Eclipse Temurin's, mends that.");
  }

  private static Caches image(Common common, Path home) throws IOException {
    common.writeScriptsOfImage(home.resolve("bin"), "runtime/bin/java");
    return new Caches(home.resolve("runtime", "bin", "java"), List.of());
  }

  private static Caches plain(Common common, Modules modules, Path home) throws IOException {
    Path lib = Files.createDirectories(home.resolve("lib"));
    for (Path jar : modules.jars()) {
      Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    common.writeScriptsOfJars(home.resolve("bin"));
    return new Caches(Path.of(System.getProperty("java.home"), "bin", "java"), List.of("-p", lib.toString()));
  }
}

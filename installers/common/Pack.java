import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/// Makes what is given to users, below `target/installer`: a runtime with the program in it, the program as a folder
/// with its launchers, icons and caches, and this system's package of it where the tool for that is there.
///
/// Run by the build as `java Pack.java <project folder> <our jar> <module>/<class> <class path> <version>`. All tools
/// are those of the JDK it runs on.
final class Pack {

  private final Common common;
  private final String version;
  private final Path folder;
  private final Path system;

  private Pack(Common common, String version, Path folder) {
    this.common = common;
    this.version = version;
    this.folder = folder;
    this.system = common.project().resolve("installers", Common.WINDOWS ? "windows" : Common.MAC ? "macos" : "linux");
  }

  public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
    Path target = Path.of(args[0]).resolve("target");
    Path folder = target.resolve("installer");
    Modules modules = Modules.of(target.resolve("modules"), folder.resolve("link"), Path.of(args[1]), args[3]);
    var common = new Common(Path.of(args[0]), args[2], modules.id(Link.For.INSTALLER));
    var pack = new Pack(common, args[4], folder);
    for (String old : List.of("runtime", "app", "Lineup", "Lineup.app")) {
      Common.deleteTree(folder.resolve(old));
    }
    Optional<String> missing = Link.missing();
    if (missing.isPresent()) {
      throw new IllegalStateException("The JDK at " + System.getProperty("java.home")
          + " cannot link a runtime, which an installer needs. " + missing.get());
    }
    Link.link(common.project(), modules, Link.For.INSTALLER, folder.resolve("runtime"));
    pack.fillApp();
    new Notices(common.project()).write(folder.resolve("app"), modules.jars());
    pack.makeImage();
    pack.makePackage();
  }

  /// What lies beside the runtime: the terminal's start script and the caches.
  private void fillApp() throws IOException, InterruptedException, ExecutionException {
    Path app = folder.resolve("app");
    common.writeScriptsOfImage(app.resolve("bin"), Common.MAC
        ? "../runtime/Contents/Home/bin/java" : "../runtime/bin/java");
    Files.delete(app.resolve("bin", Common.WINDOWS ? "lineup" : "lineup.cmd"));
    new Caches(folder.resolve("runtime", "bin", "java"), List.of()).make(app);
  }

  private void makeImage() throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("--type", "app-image", "--name", "Lineup", "--dest", folder.toString()));
    words.addAll(List.of("--runtime-image", folder.resolve("runtime").toString(), "--module", common.main()));
    words.addAll(List.of("--input", folder.resolve("app").toString()));
    for (String option : common.lines("window.options")) {
      words.addAll(List.of("--java-options", option));
    }
    if (Files.exists(folder.resolve("app", "window.aot"))) {
      words.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/window.aot"));
    }
    words.addAll(known());
    words.addAll(options("image.options"));
    System.out.println(Tool.named("jpackage").run(words));
  }

  private void makePackage() throws IOException, InterruptedException {
    Path image = folder.resolve(Common.MAC ? "Lineup.app" : "Lineup");
    List<String> tools = Common.WINDOWS ? List.of("wix.exe", "candle.exe") : Common.MAC
        ? List.of("hdiutil") : List.of("fakeroot");
    if (tools.stream().noneMatch(Pack::isThere)) {
      System.out.println("[WARNING] No package was made of " + image + ": that takes " + String.join(" or ", tools)
          + ".");
      return;
    }
    var words =
        new ArrayList<>(List.of("--name", "Lineup", "--app-image", image.toString(), "--dest", folder.toString()));
    words.addAll(known());
    words.addAll(options("package.options"));
    System.out.println(Tool.named("jpackage").run(words));
  }

  private List<String> known() {
    // The first number of a Mac program's version has to be one or more.
    String shown = Common.MAC && version.startsWith("0.") ? "1." + version : version;
    return List.of("--app-version", shown, "--vendor", "Lineup", "--resource-dir", system.toString());
  }

  /// The system's own options, one word or `option=value` a line.
  private List<String> options(String file) throws IOException {
    return Common.linesOf(system.resolve(file)).stream().flatMap(line -> Stream.of(line.split("=", 2)))
        .map(word -> word.replace("@project@", common.project().toString())).toList();
  }

  private static boolean isThere(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(entry -> Path.of(entry, tool))
        .anyMatch(Files::exists);
  }
}

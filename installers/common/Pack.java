import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Makes what is given to users, below `target/installer`: a runtime with the program in it, the program as a folder with its
/// launchers, icons and caches, and this system's package of it where the tool for that is there.
///
/// Run by the build as `java Pack.java <project folder> <our jar> <module>/<class> <class path> <version>`. All tools
/// are those of the JDK it runs on. A jar below `target/installer/modules` takes the place of its namesake on the class
/// path.
final class Pack {

  private final Common common;
  private final String version;
  private final Path folder;
  private final Path system;

  private Pack(Common common, String version) {
    this.common = common;
    this.version = version;
    this.folder = common.project().resolve("target", "installer");
    this.system = common.project().resolve("installers", Common.WINDOWS ? "windows" : Common.MAC ? "macos" : "linux");
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var pack = new Pack(new Common(Path.of(args[0]), args[2]), args[4]);
    for (String old : List.of("runtime", "jmods", "app", "natives", "Lineup", "Lineup.app")) {
      Common.deleteTree(pack.folder.resolve(old));
    }
    pack.link(pack.modules(Path.of(args[1]), args[3]));
    pack.fillApp();
    pack.makeImage();
    pack.makePackage();
  }

  /// Where the modules of the program are: our jar and all that is on the class path.
  private List<Path> modules(Path ourJar, String classPath) throws IOException, InterruptedException {
    var jars = new ArrayList<Path>(List.of(ourJar));
    Stream.of(classPath.split(File.pathSeparator)).filter(entry -> entry.endsWith(".jar")).map(Path::of)
        .filter(jar -> !jar.equals(ourJar) && !Common.isEmptyHalf(jar)).map(this::orItsNamesake).forEach(jars::add);
    var modules = new ArrayList<Path>();
    for (Path jar : jars) {
      refuseAutomatic(jar);
      modules.add(hasNatives(jar) ? withNativesApart(jar) : jar);
    }
    return modules;
  }

  private Path orItsNamesake(Path jar) {
    Path described = folder.resolve("modules").resolve(jar.getFileName());
    return Files.exists(described) ? described : jar;
  }

  private static void refuseAutomatic(Path jar) {
    for (ModuleReference module : ModuleFinder.of(jar).findAll()) {
      if (module.descriptor().isAutomatic()) {
        throw new IllegalStateException(jar.getFileName() + " has no module descriptor, and jlink takes nothing without. "
            + "Give it one in the profile `installer` of pom.xml, as H2 has.");
      }
    }
  }

  private static boolean isNative(ZipEntry entry) {
    return entry.getName().matches("[^/]+\\.(so|dll|dylib)");
  }

  private static boolean hasNatives(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().anyMatch(Pack::isNative);
    }
  }

  /// A module of the same content whose native libraries will lie beside the JVM's. In a jar they would be unpacked into the
  /// user's folder at the first start, and stay there when the program goes.
  private Path withNativesApart(Path jar) throws IOException, InterruptedException {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    Path natives = folder.resolve("natives", name);
    Path classes = natives.resolve("classes");
    Path libraries = natives.resolve("libraries");
    Files.createDirectories(libraries);
    try (var zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          Path file = (isNative(entry) ? libraries : classes).resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
    Path module = folder.resolve("jmods", name + ".jmod");
    Files.createDirectories(module.getParent());
    run("jmod", List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(), module.toString()));
    return module;
  }

  private void link(List<Path> modules) throws IOException, InterruptedException {
    var properties = new Properties();
    try (Reader text = Files.newBufferedReader(common.project().resolve("jlink.properties"))) {
      properties.load(text);
    }
    var words = new ArrayList<>(List.of(properties.getProperty("jlink.options").split(" ")));
    words.addAll(List.of("--include-locales", properties.getProperty("jlink.locales")));
    words.addAll(List.of("--add-modules", properties.getProperty("jlink.add.modules")));
    words.addAll(List.of("--module-path", String.join(File.pathSeparator, modules.stream().map(Path::toString).toList())));
    words.addAll(List.of("--output", folder.resolve("runtime").toString()));
    run("jlink", words);
  }

  /// What lies beside the runtime: the terminal's start script and the caches.
  private void fillApp() throws IOException, InterruptedException {
    Path app = folder.resolve("app");
    common.writeScriptsOfImage(app.resolve("bin"), Common.MAC ? "../runtime/Contents/Home/bin/java" : "../runtime/bin/java");
    Files.delete(app.resolve("bin", Common.WINDOWS ? "lineup" : "lineup.cmd"));
    var cache = new StartCache(common, folder.resolve("runtime", "bin", "java"), List.of());
    cache.trainTerminal(app.resolve("lineup.aot"));
    cache.trainWindow(app.resolve("window.aot"));
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
    run("jpackage", words);
  }

  private void makePackage() throws IOException, InterruptedException {
    Path image = folder.resolve(Common.MAC ? "Lineup.app" : "Lineup");
    List<String> tools = Common.WINDOWS ? List.of("wix.exe", "candle.exe") : Common.MAC ? List.of("hdiutil") : List.of("fakeroot");
    if (tools.stream().noneMatch(Pack::isThere)) {
      System.out.println("[WARNING] No package was made of " + image + ": that takes " + String.join(" or ", tools) + ".");
      return;
    }
    var words = new ArrayList<>(List.of("--name", "Lineup", "--app-image", image.toString(), "--dest", folder.toString()));
    words.addAll(known());
    words.addAll(options("package.options"));
    run("jpackage", words);
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
    return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(entry -> Path.of(entry, tool)).anyMatch(Files::exists);
  }

  private static void run(String tool, List<String> words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
    command.addAll(words);
    int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(tool + " ended with " + exitCode + ": " + String.join(" ", command));
    }
  }
}

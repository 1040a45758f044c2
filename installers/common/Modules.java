import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The modules that the program is made of, made ready to be linked. Immutable.
///
/// A jar that the build gave a descriptor takes the place of its namesake on the class path, and so does one whose old
/// classes were written anew.
///
/// @param work where that is laid; what is there of an earlier build is deleted
/// @param jars ours and all that is on the class path, each a module that describes itself
record Modules(Path work, List<Path> jars) {

  /// @param described where the build lays the jars that it gave a descriptor
  static Modules of(Path described, Path work, Path ourJar, String classPath) throws IOException {
    Common.deleteTree(work);
    var jars = new ArrayList<Path>(List.of(ourJar));
    List<Path> others = Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar")).map(Path::of)
        .filter(jar -> !jar.equals(ourJar) && !isEmptyHalf(jar)).toList();
    for (Path jar : others) {
      Path namesake = described.resolve(jar.getFileName());
      jars.add(withoutOldClasses(Files.exists(namesake) ? namesake : jar, work.resolve("renewed")));
    }
    for (Path jar : jars) {
      refuseAutomatic(jar);
    }
    return new Modules(work, List.copyOf(jars));
  }

  /// What tells these modules, and the java that they are linked with, from others: letters and digits.
  String id(Link.For whom) throws IOException {
    var sum = new CRC32();
    sum.update((whom + System.getProperty("java.runtime.version")).getBytes(StandardCharsets.UTF_8));
    for (Path jar : jars) {
      sum.update(Files.readAllBytes(jar));
    }
    return Long.toHexString(sum.getValue());
  }

  /// The same modules with their native libraries apart, so that these come to lie beside the JVM's. In a jar they
  /// would be unpacked into the user's folder at the first start, and stay there when the program goes.
  List<Path> withNativesApart() throws IOException, InterruptedException {
    var modules = new ArrayList<Path>();
    for (Path jar : jars) {
      modules.add(hasNatives(jar) ? withNativesApart(jar) : jar);
    }
    return modules;
  }

  /// Whether `jar` is the empty half of a pair: JavaFX comes in two jars a module, one of which has a system's name
  /// and all that is in it.
  private static boolean isEmptyHalf(Path jar) {
    return jar.getFileName().toString().matches("javafx-[a-z]+-[0-9.]+\\.jar");
  }

  private static Path withoutOldClasses(Path jar, Path folder) throws IOException {
    if (!OldClasses.areIn(jar)) {
      return jar;
    }
    Path renewed = folder.resolve(jar.getFileName());
    OldClasses.renew(jar, renewed);
    return renewed;
  }

  private static void refuseAutomatic(Path jar) {
    for (ModuleReference module : ModuleFinder.of(jar).findAll()) {
      if (module.descriptor().isAutomatic()) {
        throw new IllegalStateException(jar.getFileName()
            + " has no module descriptor, and jlink takes nothing without. "
            + "Give it one in pom.xml (moditect), as H2 has.");
      }
    }
  }

  private static boolean isNative(ZipEntry entry) {
    return entry.getName().matches("[^/]+\\.(so|dll|dylib)");
  }

  private static boolean hasNatives(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream().anyMatch(Modules::isNative);
    }
  }

  private Path withNativesApart(Path jar) throws IOException, InterruptedException {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    Path classes = work.resolve("natives", name, "classes");
    Path libraries = work.resolve("natives", name, "libraries");
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
    Path module = work.resolve("jmods", name + ".jmod");
    Files.createDirectories(module.getParent());
    Tool.named("jmod")
        .run(List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(), module.toString()));
    return module;
  }
}

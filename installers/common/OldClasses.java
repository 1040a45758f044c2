import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The class files of a jar that are too old for a start cache, written anew in a format that it takes. They do the
/// same: only their version is another, and the maps that the newer format wants of a method's stack are added. Not
/// thread-safe.
final class OldClasses {

  /// The cache takes no class that is checked the old way, without stack maps; these came with Java 6.
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;
  /// Where a class file says its version.
  private static final int MAJOR_VERSION_AT = 6;
  private static final String DESCRIPTOR = "module-info.class";

  private final Path jar;
  private final ClassFile format;

  private OldClasses(Path jar, URLClassLoader classes) {
    this.jar = jar;
    ClassHierarchyResolver known =
        ClassHierarchyResolver.ofResourceParsing(classes).orElse(ClassHierarchyResolver.defaultResolver());
    this.format = ClassFile.of(
        ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(known));
  }

  /// Whether `jar` holds any.
  static boolean areIn(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
        ZipEntry entry = entries.nextElement();
        if (isClass(entry)) {
          try (InputStream content = zip.getInputStream(entry)) {
            if (isOld(content.readNBytes(MAJOR_VERSION_AT + Short.BYTES))) {
              return true;
            }
          }
        }
      }
      return false;
    }
  }

  /// Writes a jar of the same content, in which no class is old.
  ///
  /// @throws IllegalStateException if a class would not be one that the JVM accepts
  static void renew(Path jar, Path renewed) throws IOException {
    Files.createDirectories(renewed.getParent());
    try (var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        var in = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(renewed);
        var out = new ZipOutputStream(file)) {
      var old = new OldClasses(jar, classes);
      for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements();) {
        ZipEntry entry = entries.nextElement();
        var copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (InputStream content = in.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          out.write(isClass(entry) && isOld(bytes) ? old.renewed(bytes) : bytes);
        }
        out.closeEntry();
      }
    }
  }

  private byte[] renewed(byte[] bytes) {
    ClassModel old = format.parse(bytes);
    ClassTransform version = ClassTransform.dropping(ClassFileVersion.class::isInstance)
        .andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0)));
    // A method that nothing transforms would be copied as it is, without a map.
    byte[] made =
        format.transformClass(old, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    List<VerifyError> wrong = format.verify(made);
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("a class of " + jar.getFileName() + " cannot be written anew", wrong.getFirst());
    }
    return made;
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().endsWith(DESCRIPTOR);
  }

  private static boolean isOld(byte[] start) {
    return ByteBuffer.wrap(start).getShort(MAJOR_VERSION_AT) < FIRST_WITH_STACK_MAPS;
  }
}

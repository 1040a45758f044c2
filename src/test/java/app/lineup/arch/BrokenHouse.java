package app.lineup.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A house with faults made on purpose, to see that the rules find them. Its classes are written as class files and
/// never loaded, so they can stand in any room and use what is not there.
final class BrokenHouse {

  private final Path folder;

  BrokenHouse(Path folder) {
    this.folder = folder;
  }

  /// Adds a class that has a field of another.
  BrokenHouse add(String name, String used) {
    return write(name, used, code -> {});
  }

  /// Adds a class with a method that does what `body` says.
  BrokenHouse addDoing(String name, Consumer<CodeBuilder> body) {
    return write(name, "java.lang.Object", body);
  }

  JavaClasses read() {
    return new ClassFileImporter().importPath(folder);
  }

  private BrokenHouse write(String name, String used, Consumer<CodeBuilder> body) {
    byte[] bytes = ClassFile.of().build(ClassDesc.of(name), type -> type
        .withField("used", ClassDesc.of(used), ClassFile.ACC_PRIVATE)
        .withMethodBody("act", MethodTypeDesc.of(ConstantDescs.CD_void), ClassFile.ACC_STATIC, code -> {
          body.accept(code);
          code.return_();
        }));
    try {
      Path file = folder.resolve(name.replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}

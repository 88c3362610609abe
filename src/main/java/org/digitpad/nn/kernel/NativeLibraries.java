package org.digitpad.nn.kernel;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.FileErrors;
import org.digitpad.io.NativeCaches;
import org.slf4j.LoggerFactory;

/**
 * Loads the native libraries, those of an installed DigitPad on Linux among them. JavaCPP would
 * unpack libraries from its jars into the user's home, where they stay when the program is
 * uninstalled. The installer puts them beside the program instead, names their folder in the system
 * property {@value #FOLDER}, and stops JavaCPP from looking for them with {@code
 * org.bytedeco.javacpp.loadLibraries=false}. Without that property JavaCPP loads the libraries.
 *
 * <p>ND4J's library has 300 MB, of which training uses little, so it is installed compressed to an
 * eighth. It is unpacked when training begins, into a file that is deleted as soon as the library
 * is loaded.
 */
public final class NativeLibraries {
  private static final String FOLDER = "digitpad.natives";
  private static final String UNPACKING_FOLDER = "digitpad.unpack";
  private static final Duration STALE = Duration.ofHours(1);
  private static final String PACKED = "libnd4jcpu.so.zst";
  private static final String PREFIX = "digitpad-";
  private static final String SUFFIX = ".so";

  private static boolean inferenceLoaded;
  private static boolean trainingLoaded;
  private static String kernels = "";

  private NativeLibraries() {}

  /**
   * Loads the libraries that inference needs, once, with the best kernels for the processor.
   *
   * @throws UnsatisfiedLinkError if a library cannot be loaded or unpacked
   */
  static synchronized void loadForInference() {
    if (inferenceLoaded) {
      return;
    }
    String folder = System.getProperty(FOLDER);
    if (folder != null) {
      load(Path.of(folder, "libjnijavacpp.so"));
    } else {
      NativeCaches.prepare();
    }
    kernels =
        OpenBlasCore.load(
                System.getenv(),
                () -> {
                  if (folder != null) {
                    load(Path.of(folder, "libjniopenblas_nolapack.so"));
                  }
                  Loader.load(openblas_nolapack.class);
                })
            .orElse("");
    inferenceLoaded = true;
  }

  /**
   * Name of the kernels that OpenBLAS uses, such as "SkylakeX"; empty if OpenBLAS has chosen them.
   */
  static synchronized String kernels() {
    loadForInference();
    return kernels;
  }

  /**
   * Loads the libraries that ND4J needs, once. Must be called before ND4J is used.
   *
   * @throws UnsatisfiedLinkError if a library cannot be loaded or unpacked
   */
  public static synchronized void loadForTraining() {
    // before ND4J, which would load OpenBLAS with the kernels that OpenBLAS chooses
    loadForInference();
    String folder = System.getProperty(FOLDER);
    if (folder != null && !trainingLoaded) {
      load(Path.of(folder, "libjniopenblas.so"));
      load(Path.of(folder, "libgomp.so.1"));
      loadPacked(
          Path.of(folder, PACKED),
          Stream.of(UNPACKING_FOLDER, "java.io.tmpdir", "user.home")
              .map(System::getProperty)
              .filter(Objects::nonNull)
              .distinct()
              .toList());
      load(Path.of(folder, "libjnind4jcpu.so"));
      trainingLoaded = true;
    }
  }

  /** Unpacks and loads a library in the first folder that has room for it and allows execution. */
  private static void loadPacked(Path packed, List<String> folders) {
    List<String> reasons = new ArrayList<>();
    for (String folder : folders) {
      try {
        deleteStaleFiles(Path.of(folder));
        Path library = unpack(packed, Path.of(folder));
        try {
          load(library);
          return;
        } finally {
          delete(library);
        }
      } catch (IOException | InvalidPathException | UnsatisfiedLinkError cause) {
        reasons.add(PlainText.brief(folder + ": " + FileErrors.reason(cause)));
      }
    }
    throw new UnsatisfiedLinkError(
        Messages.get("nn.kernel.cannotUnpackLibrary", Messages.part(String.join("; ", reasons))));
  }

  /** Deletes libraries that a killed process of the same user has left behind. */
  private static void deleteStaleFiles(Path folder) {
    FileTime limit = FileTime.from(Instant.now().minus(STALE));
    try (DirectoryStream<Path> libraries =
        Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path library : libraries) {
        if (Files.getLastModifiedTime(library).compareTo(limit) < 0
            && Files.getOwner(library).getName().equals(System.getProperty("user.name"))) {
          Files.delete(library);
        }
      }
    } catch (IOException | DirectoryIteratorException cause) {
      LoggerFactory.getLogger(NativeLibraries.class)
          .debug("stale libraries in {} were not deleted", folder, cause);
    }
  }

  /**
   * Unpacks a library into a new file.
   *
   * @throws IOException if the file cannot be written or the library is broken; no file is left
   *     behind
   */
  static Path unpack(Path packed, Path folder) throws IOException {
    Path library = Files.createTempFile(folder, PREFIX, SUFFIX);
    library.toFile().deleteOnExit();
    try (InputStream in =
            new ZstdInputStream(new BufferedInputStream(Files.newInputStream(packed)));
        // into that very file, which only its owner may read
        OutputStream out = Files.newOutputStream(library)) {
      in.transferTo(out);
      return library;
    } catch (IOException | RuntimeException broken) {
      delete(library);
      throw new IOException(
          String.format("unpacking %s to %s: %s", packed, library, broken.getMessage()), broken);
    }
  }

  private static void delete(Path library) {
    try {
      Files.deleteIfExists(library);
    } catch (IOException cause) {
      LoggerFactory.getLogger(NativeLibraries.class).warn("{} was not deleted", library, cause);
    }
  }

  private static void load(Path library) {
    System.load(library.toAbsolutePath().toString());
  }
}

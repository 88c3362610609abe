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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.digitpad.io.FileErrors;
import org.slf4j.LoggerFactory;

/**
 * The native libraries of an installed DigitPad on Linux. JavaCPP unpacks libraries from its jars
 * into people's homes, where they stay when the program is gone. The installer lays them beside the
 * program instead, names their folder in the system property {@value #FOLDER}, and keeps JavaCPP
 * from looking for them by {@code org.bytedeco.javacpp.loadLibraries=false}. Without that property
 * JavaCPP serves, and nothing is done here.
 *
 * <p>ND4J's library, 300 MB of which a training touches little, lies there compressed to an eighth.
 * It is unpacked where a training begins, into a file that is deleted as soon as it is loaded.
 */
public final class NativeLibraries {
  private static final String FOLDER = "digitpad.natives";
  private static final String UNPACKING_FOLDER = "digitpad.unpack";
  private static final Duration STALE = Duration.ofHours(1);
  private static final List<String> READING =
      List.of("libjnijavacpp.so", "libjniopenblas_nolapack.so");
  private static final String PACKED = "libnd4jcpu.so.zst";
  private static final String PREFIX = "digitpad-";
  private static final String SUFFIX = ".so";

  private static boolean readingLoaded;
  private static boolean trainingLoaded;

  private NativeLibraries() {}

  /** Loads what reading digits needs, once. */
  static synchronized void loadForReading() {
    String folder = System.getProperty(FOLDER);
    if (folder != null && !readingLoaded) {
      READING.forEach(name -> load(Path.of(folder, name)));
      readingLoaded = true;
    }
  }

  /**
   * Loads what ND4J needs, once; to be called before its first use.
   *
   * @throws UnsatisfiedLinkError if a library cannot be loaded, or there is no room to unpack it
   */
  public static synchronized void loadForTraining() {
    String folder = System.getProperty(FOLDER);
    if (folder != null && !trainingLoaded) {
      loadForReading();
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

  /** Loads a library from the first folder that can take it and from which it may be run. */
  private static void loadPacked(Path packed, List<String> folders) {
    StringBuilder reasons = new StringBuilder();
    for (String folder : folders) {
      try {
        sweep(Path.of(folder));
        Path library = unpack(packed, Path.of(folder));
        try {
          load(library);
          return;
        } finally {
          discard(library);
        }
      } catch (IOException | InvalidPathException | UnsatisfiedLinkError cause) {
        reasons.append(reasons.isEmpty() ? "" : "; ").append(folder).append(": ");
        reasons.append(FileErrors.reason(cause));
      }
    }
    throw new UnsatisfiedLinkError(
        "the library to train with can be unpacked in none of these folders ("
            + reasons
            + "); set TMPDIR to one with 400 MB of room in which programs may be run");
  }

  /** Deletes what a start of the same user that was killed has left. */
  private static void sweep(Path folder) {
    FileTime stale = FileTime.from(Instant.now().minus(STALE));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path library : left) {
        if (Files.getLastModifiedTime(library).compareTo(stale) < 0
            && Files.getOwner(library).getName().equals(System.getProperty("user.name"))) {
          Files.delete(library);
        }
      }
    } catch (IOException | DirectoryIteratorException cause) {
      LoggerFactory.getLogger(NativeLibraries.class).debug("{} was not swept", folder, cause);
    }
  }

  /**
   * Unpacks a library into a new file.
   *
   * @throws IOException if the file cannot be written, or the library is broken; no file is left
   */
  static Path unpack(Path packed, Path folder) throws IOException {
    Path library = Files.createTempFile(folder, PREFIX, SUFFIX);
    library.toFile().deleteOnExit();
    try (InputStream in =
            new ZstdInputStream(new BufferedInputStream(Files.newInputStream(packed)));
        // into that very file, which is for its owner alone
        OutputStream out = Files.newOutputStream(library)) {
      in.transferTo(out);
      return library;
    } catch (IOException | RuntimeException broken) {
      discard(library);
      throw new IOException(
          String.format("unpacking %s to %s: %s", packed, library, broken.getMessage()), broken);
    }
  }

  private static void discard(Path library) {
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

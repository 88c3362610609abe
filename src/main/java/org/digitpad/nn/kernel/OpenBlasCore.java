package org.digitpad.nn.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.digitpad.io.CpuInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Chooses which of its kernels OpenBLAS uses. OpenBLAS 0.3.19 goes by a list of processor models:
 * it takes kernels without AVX-512 on AMD's Zen 4, and without any AVX on models that are newer
 * than the list. Here the instructions decide that the processor has.
 *
 * <p>OpenBLAS looks for the environment variable {@value #VARIABLE} when it is loaded. Java cannot
 * set variables of its own process, so this class puts one into the C library's list for that
 * moment. It does so on Linux only; elsewhere, and if the user has set the variable, OpenBLAS
 * chooses.
 */
final class OpenBlasCore {
  static final String VARIABLE = "OPENBLAS_CORETYPE";

  private static final Path LIBRARIES = Path.of("/proc/self/maps");

  /** What the kernels for Skylake-X need, in Linux's names, and no more. */
  private static final Set<String> SKYLAKE_X =
      Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl", "avx2", "fma");

  private static final Set<String> HASWELL = Set.of("avx2", "fma");

  private OpenBlasCore() {}

  /**
   * Returns the name of the best kernels for a processor, or nothing if OpenBLAS should choose.
   *
   * @param instructions instruction sets in Linux's names
   */
  static Optional<String> best(Set<String> instructions) {
    if (instructions.containsAll(SKYLAKE_X)) {
      return Optional.of("SkylakeX");
    }
    return instructions.containsAll(HASWELL) ? Optional.of("Haswell") : Optional.empty();
  }

  /**
   * Loads OpenBLAS so that it uses the best kernels.
   *
   * @param environment the variables of this process
   * @param load loads the library
   * @return the name of the kernels; nothing if OpenBLAS chooses, or is loaded already
   */
  static Optional<String> load(Map<String, String> environment, Runnable load) {
    String chosen = environment.get(VARIABLE);
    if (chosen != null && !chosen.isBlank()) {
      load.run();
      return Optional.of(chosen);
    }
    Optional<String> core =
        isLinux() && !isLoaded(LIBRARIES) ? best(read(CpuInfo.FILE)) : Optional.empty();
    if (core.isEmpty() || !withVariable(VARIABLE + "=" + core.get(), load)) {
      load.run();
      return Optional.empty();
    }
    return core;
  }

  /** Whether somebody else has loaded OpenBLAS, which has chosen its kernels then. */
  private static boolean isLoaded(Path libraries) {
    try (Stream<String> lines = Files.lines(libraries)) {
      return lines.anyMatch(line -> line.contains("libopenblas"));
    } catch (IOException | RuntimeException unreadable) {
      LoggerFactory.getLogger(OpenBlasCore.class).debug("cannot read {}", libraries, unreadable);
      return true;
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  /** Reads the instruction sets that all processors have; none if the file does not tell. */
  static Set<String> read(Path processors) {
    return CpuInfo.values(processors, "flags").stream()
        .map(flags -> Set.copyOf(List.of(flags.split("\\s+"))))
        .reduce(OpenBlasCore::intersection)
        .orElse(Set.of());
  }

  private static Set<String> intersection(Set<String> a, Set<String> b) {
    return a.stream().filter(b::contains).collect(Collectors.toSet());
  }

  /**
   * Runs a task with one more variable in the C library's environment. Returns false, and does not
   * run it, where there is no such list.
   */
  private static boolean withVariable(String variable, Runnable task) {
    // char **environ; other threads may read the old list or the new one, which are both valid
    Pointer symbol = Loader.addressof("environ");
    if (symbol == null) {
      return false;
    }
    PointerPointer<Pointer> environ = new PointerPointer<>(symbol);
    @Nullable Pointer before = environ.get();
    if (before == null) {
      return false;
    }
    PointerPointer<Pointer> variables = new PointerPointer<>(before);
    int count = 0;
    while (variables.get(count) != null) {
      count++;
    }
    Pointer[] longer = new Pointer[count + 2];
    for (int i = 0; i < count; i++) {
      longer[i] = variables.get(i);
    }
    try (BytePointer added = new BytePointer(variable);
        PointerPointer<Pointer> list = new PointerPointer<>(longer.length)) {
      longer[count] = added;
      for (int i = 0; i < longer.length; i++) {
        list.put(i, longer[i]);
      }
      environ.put(0, list);
      try {
        task.run();
      } finally {
        environ.put(0, before);
      }
    }
    return true;
  }
}

package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class OpenBlasCoreTest {
  private static final Set<String> AVX_512 =
      Set.of(
          "sse2", "avx", "avx2", "fma", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

  @TempDir private Path folder;

  @Test
  void theInstructionsDecideAndNotTheModel() {
    assertThat(OpenBlasCore.best(AVX_512)).contains("SkylakeX");
    assertThat(OpenBlasCore.best(Set.of("avx", "avx2", "fma"))).contains("Haswell");
    // Xeon Phi has AVX-512 without what Skylake-X added
    assertThat(OpenBlasCore.best(Set.of("avx2", "fma", "avx512f", "avx512cd"))).contains("Haswell");
    assertThat(OpenBlasCore.best(Set.of("avx"))).isEmpty();
    assertThat(OpenBlasCore.best(Set.of())).isEmpty();
  }

  @Test
  void readsWhatAllProcessorsHave() throws IOException {
    Path file = folder.resolve("cpuinfo");
    Files.writeString(
        file,
        """
        processor\t: 0
        model name\t: Some avx512f processor
        flags\t\t: fpu avx2 fma avx512f
        vmx flags\t: ept

        processor\t: 1
        flags\t\t: fpu avx2 fma
        """);
    assertThat(OpenBlasCore.read(file)).containsExactlyInAnyOrder("fpu", "avx2", "fma");
    assertThat(OpenBlasCore.read(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void neverOverridesTheUser() {
    List<String> loaded = new ArrayList<>();
    assertThat(OpenBlasCore.load(Map.of(OpenBlasCore.VARIABLE, "Nehalem"), () -> loaded.add("")))
        .contains("Nehalem");
    assertThat(loaded).hasSize(1);
  }

  /** OpenBLAS itself prints which kernels it takes. */
  @Test
  @EnabledIf("hasAvx2")
  void openBlasTakesTheKernels() throws Exception {
    String best = OpenBlasCore.best(OpenBlasCore.read(Path.of("/proc/cpuinfo"))).orElseThrow();
    assertThat(coreInAnotherProcess(null)).isEqualTo(best);
    assertThat(coreInAnotherProcess("Nehalem")).isEqualTo("Nehalem");
  }

  static boolean hasAvx2() {
    return OpenBlasCore.best(OpenBlasCore.read(Path.of("/proc/cpuinfo"))).isPresent();
  }

  private static String coreInAnotherProcess(@Nullable String chosen) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PrintKernels.class.getName());
    builder.environment().remove(OpenBlasCore.VARIABLE);
    if (chosen != null) {
      builder.environment().put(OpenBlasCore.VARIABLE, chosen);
    }
    builder.environment().put("OPENBLAS_VERBOSE", "2");
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    List<String> lines = text.lines().map(String::strip).toList();
    String core =
        lines.stream().filter(line -> line.startsWith("Core: ")).findFirst().orElseThrow();
    assertThat(lines).contains("kernels " + core.substring(6));
    return core.substring(6);
  }

  /** The program of the other process. */
  static final class PrintKernels {
    public static void main(String[] arguments) {
      System.out.println("kernels " + Blas.kernels());
    }
  }
}

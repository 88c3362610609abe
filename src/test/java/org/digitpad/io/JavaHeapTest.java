package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The options of the JVM, each time in a program of its own, as they stay set. */
class JavaHeapTest {
  /** Keeps the heap small and prints the options. */
  public static final class Main {
    private Main() {}

    public static void main(String[] arguments) {
      JavaHeap.keepSmall();
      JavaHeap.trimSoon();
      HotSpotDiagnosticMXBean machine =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      for (String name : arguments) {
        System.out.println(machine.getVMOption(name).getValue());
      }
    }
  }

  @Test
  void letsTheHeapShrinkAndCollectsSoonAfterwards() throws Exception {
    assertThat(options()).containsExactly("25", "45", "500");
  }

  @Test
  void keepsWhatTheUserHasChosen() throws Exception {
    assertThat(options("-XX:MaxHeapFreeRatio=60", "-XX:G1PeriodicGCInterval=70000"))
        .containsExactly("25", "60", "70000");
  }

  @Test
  void isHarmlessWithAnotherCollector() throws Exception {
    assertThat(options("-XX:+UseSerialGC").subList(0, 2)).containsExactly("25", "45");
  }

  private static List<String> options(String... chosen) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(chosen));
    command.addAll(
        List.of(
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "MinHeapFreeRatio",
            "MaxHeapFreeRatio",
            "G1PeriodicGCInterval"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed.lines().toList();
  }
}

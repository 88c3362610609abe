package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
  @TempDir private Path folder;

  @Test
  void asksTheSystem() throws IOException {
    Path file = folder.resolve("cpuinfo");
    Files.writeString(file, "processor\t: 0\nmodel name\t: Some Processor: 3 GHz\nflags\t: fpu\n");
    assertThat(Processor.name(file, Map.of())).isEqualTo("Some Processor: 3 GHz");
    Map<String, String> windows = Map.of("PROCESSOR_IDENTIFIER", "Intel64 Family 6");
    assertThat(Processor.name(folder.resolve("none"), windows)).isEqualTo("Intel64 Family 6");
    assertThat(Processor.name(folder.resolve("none"), Map.of()))
        .isEqualTo(System.getProperty("os.arch"));
    assertThat(Processor.name()).isNotBlank();
  }
}

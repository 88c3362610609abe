package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.digitpad.soak.ProcessFigures;
import org.digitpad.ui.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A robot uses the window: for two minutes, or as long as the system property {@code soak.minutes}
 * says. It is in this package so that it starts early and runs beside the other tests.
 *
 * <p>To run it for 30 minutes in a window on a display of its own:
 *
 * <pre>
 * apt-get install -y xvfb xrestop libgtk-3-0
 * xvfb-run -a -s "-screen 0 1600x1000x24 -r" mvn -Psoak test
 * </pre>
 */
class SoakTest {
  private static final double MINUTES = Double.parseDouble(System.getProperty("soak.minutes", "2"));
  private static final long SEED = Long.getLong("soak.seed", 1);

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void nothingFailsGrowsOrPauses(@TempDir Path folder) throws Exception {
    boolean isLong = MINUTES >= 10;
    Duration duration = Duration.ofSeconds(Math.round(60 * MINUTES));
    Soak soak = new Soak(duration, SEED, folder, isLong ? 100 : 2_000);
    Map<ProcessFigures, Double> limits = new EnumMap<>(ProcessFigures.class);
    // the software renderer keeps textures on the heap, up to 64 MB; a leak has no such end
    limits.put(ProcessFigures.HEAP, 50.0);
    // compiled code, classes and the heap's own growth within its bounds still rise for minutes
    limits.put(ProcessFigures.RESIDENT, isLong ? 60.0 : 200.0);
    // pools start and end threads; a leak has one for each training or model
    limits.put(ProcessFigures.THREADS, 3.0);
    limits.put(ProcessFigures.FILE_DESCRIPTORS, 5.0);
    // a popup has some; a leak has them for each tooltip and menu
    limits.put(ProcessFigures.X_RESOURCES, 20.0);
    try {
      assertThat(soak.run(limits)).isEmpty();
    } finally {
      System.out.println(soak.summary());
    }
  }
}

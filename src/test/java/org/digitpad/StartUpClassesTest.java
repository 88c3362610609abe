package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.digitpad.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts the classes that a command loads in a process of its own: unlike its time, their number
 * hardly depends on the machine, and they take most of the time.
 */
final class StartUpClassesTest {
  /** About 950 with Java 17, and 900 with Java 25. */
  private static final int MAX_CLASSES = 1_100;

  @TempDir private Path folder;

  @Test
  void predictLoadsOnlyWhatItNeeds() throws Exception {
    Path image = folder.resolve("blank.png");
    ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
    Path log = folder.resolve("classes.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=\"" + log + "\"",
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            "predict",
            "--json",
            image.toString());
    builder.environment().put("DIGITPAD_HOME", folder.toString());

    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isEqualTo(Cli.OK);
    // the JDK's own archive of classes, which is mapped into memory, has the others
    List<String> classes =
        Files.readAllLines(log).stream().filter(line -> !line.contains("shared objects")).toList();
    assertThat(classes)
        .hasSizeLessThan(MAX_CLASSES)
        .anyMatch(line -> line.contains("org.digitpad.cli.PredictCommand "))
        .noneMatch(
            line ->
                line.contains(" com.fasterxml.jackson.databind.")
                    || line.contains(" com.fasterxml.jackson.annotation.")
                    || line.contains(" org.bytedeco.")
                    || line.contains(" org.nd4j.")
                    || line.contains(" javafx.")
                    || line.contains(" org.digitpad.train.")
                    || line.contains("org.digitpad.cli.TrainCommand"));
  }
}

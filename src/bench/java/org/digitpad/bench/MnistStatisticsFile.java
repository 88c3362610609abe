package org.digitpad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.explain.MnistStatistics;

/**
 * Makes the resource of {@link MnistStatistics} from MNIST's training images. It holds quantiles and
 * mean images, but no image of MNIST.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.MnistStatisticsFile \
 *   -Dbench.args="$DIGITPAD_MNIST_DIR src/main/resources/org/digitpad/explain/mnist-statistics.json"
 * </pre>
 */
public final class MnistStatisticsFile {
  private MnistStatisticsFile() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(
        Path.of(arguments[1]),
        MnistStatistics.of(new MnistFolder(Path.of(arguments[0])).train()).toJson() + "\n");
  }
}

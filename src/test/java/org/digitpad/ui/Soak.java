package org.digitpad.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.digitpad.data.kaggle.KaggleFixture;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.soak.ErrorWatch;
import org.digitpad.soak.Growth;
import org.digitpad.soak.PauseMeter;
import org.digitpad.soak.PauseMeter.Pause;
import org.digitpad.soak.ProcessFigures;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.draw.DraftFile;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Lets {@link SoakRobot} use the window for a while, and watches the process meanwhile. */
public final class Soak {
  /** Shares of the time after which the program is warm, and between two measurements. */
  private static final double WARM_UP = 0.3;

  private static final double MEASUREMENT = 0.04;

  /** Leaves the window alone for so long, as {@link AppSession#warmUpTabs} waits for this. */
  private static final long WARM_UP_MILLIS = 5_000;

  private final Duration duration;
  private final long seed;
  private final Path folder;
  private final double pauseMillis;
  private final List<String> faults = new ArrayList<>();
  private final Growth growth = new Growth();
  private String summary = "";

  /**
   * @param folder an empty folder for all files
   * @param pauseMillis the longest pause of the FX thread that is no fault, less the time that the
   *     whole machine paused
   */
  public Soak(Duration duration, long seed, Path folder, double pauseMillis) {
    this.pauseMillis = pauseMillis;
    this.duration = duration;
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Runs the robot.
   *
   * @param growthLimits by how much each figure may grow after the warm-up
   * @return all faults; none if the soak has passed
   */
  public List<String> run(Map<ProcessFigures, Double> growthLimits) throws Exception {
    writeFiles();
    FxToolkit.registerPrimaryStage();
    WindowRobot window = new WindowRobot(new FxRobot());
    // TestFX keeps every event of the stage that it knows, and with them all nodes of the past
    Stage stage = window.get(Stage::new);
    AppSession session = new AppSession(dependencies().build());
    window.run(
        () -> {
          stage.setWidth(1200);
          stage.setHeight(800);
          session.warmUpTabs(session.open(stage));
        });
    Thread.sleep(WARM_UP_MILLIS);
    SoakRobot robot = new SoakRobot(seed, window, stage, session, folder);
    try (ErrorWatch errors = new ErrorWatch(error -> report(error, robot));
        PauseMeter pauses =
            new PauseMeter(
                Platform::runLater,
                pauseMillis,
                Set.of("JavaFX Applicat", "QuantumRenderer"),
                pause -> System.out.println(robot.lastAction() + ": a pause of " + pause))) {
      window.run(errors::watchThisThread);
      try {
        use(robot, pauses);
      } catch (AssertionError stuck) {
        faults.add("the robot is stuck: " + stuck);
        report(faults.get(faults.size() - 1), robot);
      }
      pauses.suspend(() -> window.run(session::close));
      window.run(() -> {}); // what the end of the session has left to do
      faults.addAll(errors.errors());
      judge(growthLimits, pauses);
      summary = summary(robot, pauses);
    }
    return faults;
  }

  private void use(SoakRobot robot, PauseMeter pauses) {
    long start = System.nanoTime();
    double measured = WARM_UP;
    double share = 0;
    while (share < 1) {
      if (share >= measured) {
        measured = share + MEASUREMENT;
        robot.reset();
        double minute = share * duration.toSeconds() / 60;
        pauses.suspend(() -> growth.add(minute, ProcessFigures.measure()));
      }
      robot.step();
      share = (double) (System.nanoTime() - start) / duration.toNanos();
    }
    robot.reset();
  }

  private void writeFiles() throws IOException {
    MnistLikeDigits.writeFolder(folder.resolve("images"), 400, 100);
    KaggleFixture.writeTrain(folder.resolve("train.csv"), MnistLikeDigits.images(60, 3));
    KaggleFixture.writeTest(folder.resolve("test.csv"), MnistLikeDigits.images(20, 4));
    ModelFile.write(Models.always(3, 8), folder.resolve("model.safetensors"));
    ModelFile.write(Models.always(3, 8), folder.resolve("models/threes.safetensors"));
    Files.writeString(folder.resolve("broken.safetensors"), "no model");
    Files.writeString(folder.resolve("models/broken.safetensors"), "no model");
    Files.createDirectories(folder.resolve("exports"));
  }

  private TestDependencies dependencies() {
    return new TestDependencies()
        .images(folder.resolve("images"))
        .models(folder.resolve("models"))
        .withBuiltinDigits()
        .drafts(new DraftFile(() -> folder.resolve("state")))
        .preferences(new PreferencesFile(() -> folder.resolve("state")));
  }

  /** Prints a fault at once, with what the robot did before. */
  private static void report(String fault, SoakRobot robot) {
    System.out.println("FAULT: " + fault + "\nlast actions:\n" + robot.logTail());
  }

  private void judge(Map<ProcessFigures, Double> growthLimits, PauseMeter pauses) {
    faults.addAll(growth.above(growthLimits));
    pauses.pauses().stream()
        .filter(this::isOwn)
        .forEach(pause -> faults.add("a pause of " + pause));
  }

  private String summary(SoakRobot robot, PauseMeter pauses) {
    List<Pause> all = pauses.pauses();
    return String.format(
        Locale.ROOT,
        "soak of %d s with seed %d: %s%n%s%nlongest pause of the FX thread %.0f ms, %d above the"
            + " limit, of which %d are its own",
        duration.toSeconds(),
        seed,
        robot.summary(),
        Arrays.stream(ProcessFigures.values())
            .map(growth::describe)
            .collect(Collectors.joining("\n")),
        pauses.longest(),
        all.size(),
        all.stream().filter(this::isOwn).count());
  }

  /** Whether the FX thread itself paused, and not the whole machine. */
  private boolean isOwn(Pause pause) {
    return pause.own() > pauseMillis;
  }

  /** What the robot did, and the figures that were measured. */
  public String summary() {
    return summary;
  }
}

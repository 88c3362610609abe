package org.digitpad.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.digitpad.io.AtomicFiles;
import org.slf4j.LoggerFactory;

/**
 * The files that a training run writes. All but the model are gone once the model is written.
 *
 * @param output the model file; of a symbolic link, the file that it leads to, so that no two runs
 *     write one file under different names
 */
public record RunFiles(Path output) {
  public RunFiles {
    try {
      output = AtomicFiles.followLink(output);
    } catch (IOException unusable) {
      LoggerFactory.getLogger(RunFiles.class).debug("writing will tell about it", unusable);
    }
  }

  /** Is appended to the full name of the model's file. */
  static final String CHECKPOINT = ".checkpoint";

  private static final Pattern CHECKPOINT_NAME =
      Pattern.compile("(?i)(.+?)\\.checkpoint(\\.previous)?");

  private static final Pattern LOCK_NAME = Pattern.compile("(?i)\\.(.+)\\.lock");

  /** The runs that would write a file: as their model, as a checkpoint, or as their lock. */
  static List<RunFiles> writing(Path file) {
    RunFiles asModel = new RunFiles(file);
    Path written = asModel.output();
    String name = String.valueOf(written.getFileName());
    return Stream.concat(
            Stream.of(asModel),
            Stream.of(CHECKPOINT_NAME, LOCK_NAME)
                .map(pattern -> pattern.matcher(name))
                .filter(Matcher::matches)
                .map(matcher -> new RunFiles(written.resolveSibling(matcher.group(1)))))
        .toList();
  }

  /** Where the checkpoint is the file itself or the one before. */
  static RunFiles ofCheckpoint(Path checkpoint) {
    String name = checkpoint.getFileName().toString();
    int end = name.lastIndexOf(CHECKPOINT);
    return new RunFiles(checkpoint.resolveSibling(name.substring(0, end)));
  }

  /** The state after the last complete epoch. */
  public Path checkpoint() {
    return output.resolveSibling(output.getFileName() + CHECKPOINT);
  }

  /** The state an epoch earlier, for the case that the last one is damaged. */
  public Path previousCheckpoint() {
    return AtomicFiles.previous(checkpoint());
  }

  /** Is locked while a run uses these files. */
  Path lock() {
    return output.resolveSibling("." + output.getFileName() + ".lock");
  }

  /** The files that a run writes while it lasts. */
  public List<Path> besidesOutput() {
    return List.of(checkpoint(), previousCheckpoint(), lock());
  }

  /** Whether there is a checkpoint, damaged or not. */
  public boolean hasCheckpoint() {
    return Files.exists(checkpoint(), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(previousCheckpoint(), LinkOption.NOFOLLOW_LINKS);
  }
}

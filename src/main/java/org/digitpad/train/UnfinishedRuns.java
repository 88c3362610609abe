package org.digitpad.train;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.slf4j.LoggerFactory;

/**
 * The runs in a folder that are unfinished and that nobody trains now, sorted by file name.
 *
 * @param resumable runs that can be resumed
 * @param unusable checkpoints that no run can go on from
 */
public record UnfinishedRuns(List<UnfinishedRun> resumable, List<UnusableCheckpoint> unusable) {
  public UnfinishedRuns {
    resumable = List.copyOf(resumable);
    unusable = List.copyOf(unusable);
  }

  /**
   * Looks for unfinished runs. Changes nothing.
   *
   * @param threads number of threads for the settings
   * @throws IOException if the folder cannot be read
   */
  public static UnfinishedRuns in(Path folder, int threads) throws IOException {
    List<UnfinishedRun> resumable = new ArrayList<>();
    List<UnusableCheckpoint> unusable = new ArrayList<>();
    for (RunFiles files : checkpoints(folder)) {
      if (isFree(files)) {
        add(files, threads, resumable, unusable);
      }
    }
    return new UnfinishedRuns(resumable, unusable);
  }

  private static List<RunFiles> checkpoints(Path folder) throws IOException {
    Set<RunFiles> found = new HashSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> paths =
          Files.newDirectoryStream(folder, "*" + RunFiles.CHECKPOINT + "*")) {
        for (Path path : paths) {
          RunFiles files = RunFiles.ofCheckpoint(path);
          boolean checkpoint =
              path.equals(files.checkpoint()) || path.equals(files.previousCheckpoint());
          if (checkpoint && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            found.add(files);
          }
        }
      } catch (DirectoryIteratorException cause) {
        throw cause.getCause();
      }
    }
    return found.stream().sorted(Comparator.comparing(RunFiles::output)).toList();
  }

  /** Whether nobody trains to these files; not so if that cannot be found out. */
  private static boolean isFree(RunFiles files) {
    try {
      return !RunLock.isHeld(files);
    } catch (IOException cause) {
      LoggerFactory.getLogger(UnfinishedRuns.class).warn("{} is passed over", files, cause);
      return false;
    }
  }

  private static void add(
      RunFiles files,
      int threads,
      List<UnfinishedRun> resumable,
      List<UnusableCheckpoint> unusable) {
    CheckpointFile.Found found;
    try {
      found = new CheckpointFile(files).find(saved -> true);
    } catch (BadInputException cause) {
      unusable.add(new UnusableCheckpoint(files, cause.getMessage(), false));
      return;
    }
    Checkpoint checkpoint = found.checkpoint();
    if (checkpoint != null) {
      UnfinishedRun.of(files, checkpoint, !found.damaged().isEmpty(), threads)
          .ifPresentOrElse(
              resumable::add,
              () ->
                  unusable.add(
                      new UnusableCheckpoint(
                          files,
                          Messages.get("train.checkpoint.newer", files.checkpoint()),
                          false)));
    } else if (!found.damaged().isEmpty()) {
      unusable.add(
          new UnusableCheckpoint(
              files, Messages.get("train.checkpoint.unusable", found.damaged().get(0)), true));
    }
  }
}

package org.digitpad.ui.train.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitpad.data.mnist.DownloadException;
import org.digitpad.io.BadInputException;
import org.digitpad.ui.train.TrainDependencies;
import org.slf4j.LoggerFactory;

/** What to train on: the choice, whether it is there, and fetching it. */
public final class DatasetViewModel {
  /** Whether the chosen set can be trained on. */
  public enum State {
    LOOKING,
    READY,
    MISSING,
    DOWNLOADING
  }

  private final TrainDependencies parts;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<DatasetChoice> choices;
  private final ObjectProperty<DatasetChoice> chosen;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.LOOKING);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyBooleanWrapper faulty = new ReadOnlyBooleanWrapper(this, "faulty");
  private final ReadOnlyDoubleWrapper downloaded = new ReadOnlyDoubleWrapper(this, "downloaded");
  private boolean fetchable;
  private AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * @param parts the sets to choose from, and what makes sets of folders and files
   * @param background runs what is slow
   * @param ui runs a task on the UI thread
   */
  public DatasetViewModel(TrainDependencies parts, Executor background, Executor ui) {
    this.parts = parts;
    this.background = background;
    this.ui = ui;
    choices = FXCollections.observableArrayList(parts.data());
    chosen = new SimpleObjectProperty<>(this, "chosen", parts.data().get(0));
    chosen.addListener((property, before, now) -> look());
  }

  public ObservableList<DatasetChoice> choices() {
    return choices;
  }

  public ObjectProperty<DatasetChoice> chosenProperty() {
    return chosen;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Where the set is, what is missing, or how far the download is. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Whether the sentence tells of a fault; what was merely never fetched is none. */
  public ReadOnlyBooleanProperty faultyProperty() {
    return faulty.getReadOnlyProperty();
  }

  /** Share of the file under way, 0 to 1. */
  public ReadOnlyDoubleProperty downloadedProperty() {
    return downloaded.getReadOnlyProperty();
  }

  public boolean canDownload() {
    return state.get() == State.MISSING && fetchable;
  }

  /** Takes the four files of MNIST in a folder instead of the sets that are known. */
  public void chooseFolder(Path folder) {
    choose(parts.ofFolder().apply(folder));
  }

  /** Takes Kaggle's train.csv instead of the sets that are known. */
  public void chooseFile(Path file) {
    choose(parts.ofFile().apply(file));
  }

  private void choose(DatasetChoice choice) {
    choices.removeIf(known -> known.name().equals(choice.name()));
    choices.add(choice);
    chosen.set(choice);
  }

  /** Finds out anew whether the chosen set is there. */
  public void look() {
    cancel();
    DatasetChoice choice = chosen.get();
    if (choice == null) {
      return;
    }
    faulty.set(false);
    state.set(State.LOOKING);
    sentence.set("Looking for it…");
    background.execute(
        () -> {
          DatasetChoice.State found = found(choice);
          ui.execute(() -> show(choice, found));
        });
  }

  private static DatasetChoice.State found(DatasetChoice choice) {
    try {
      return choice.look().get();
    } catch (BadInputException told) {
      return new DatasetChoice.State(false, false, String.valueOf(told.getMessage()));
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(DatasetViewModel.class).warn("cannot look for data", cause);
      return new DatasetChoice.State(false, false, String.valueOf(cause.getMessage()));
    }
  }

  private void show(DatasetChoice choice, DatasetChoice.State found) {
    if (choice.equals(chosen.get()) && state.get() == State.LOOKING) {
      fetchable = found.fetchable();
      faulty.set(!found.ready() && !found.fetchable());
      state.set(found.ready() ? State.READY : State.MISSING);
      sentence.set(found.sentence());
    }
  }

  /** Fetches what is missing. */
  public void download() {
    DatasetChoice choice = chosen.get();
    DatasetChoice.Download download = choice.download();
    if (!canDownload()) {
      return;
    }
    AtomicBoolean mine = new AtomicBoolean();
    cancelled = mine;
    downloaded.set(0);
    faulty.set(false);
    state.set(State.DOWNLOADING);
    sentence.set("Downloading…");
    Thread thread = new Thread(() -> download(choice, download, mine), "digitpad-download");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends a download; what has arrived is kept for the next one. */
  public void cancel() {
    cancelled.set(true);
  }

  private void download(DatasetChoice choice, DatasetChoice.Download download, AtomicBoolean mine) {
    String outcome = "";
    boolean failed = true;
    try {
      download.run((file, bytes, total) -> progress(mine, file, bytes, total), mine::get);
      failed = false;
    } catch (InterruptedException stopped) {
      outcome = "Cancelled. What has arrived is kept, and the next download goes on from there.";
      failed = false;
    } catch (DownloadException cause) {
      outcome = String.valueOf(cause.getMessage());
    } catch (RuntimeException cause) {
      LoggerFactory.getLogger(DatasetViewModel.class).error("the download failed", cause);
      outcome = "The download failed (" + cause.getClass().getSimpleName() + "). Try it again.";
    }
    String told = outcome;
    boolean fault = failed;
    ui.execute(
        () -> {
          if (choice.equals(chosen.get()) && state.get() == State.DOWNLOADING) {
            if (told.isEmpty()) {
              look();
            } else {
              faulty.set(fault);
              state.set(State.MISSING);
              sentence.set(told);
            }
          }
        });
  }

  private void progress(AtomicBoolean mine, String file, long bytes, long total) {
    ui.execute(
        () -> {
          if (!mine.get() && state.get() == State.DOWNLOADING) {
            downloaded.set((double) bytes / total);
            sentence.set(
                String.format(Locale.ROOT, "%s, %.1f of %.1f MB", file, bytes / 1e6, total / 1e6));
          }
        });
  }
}

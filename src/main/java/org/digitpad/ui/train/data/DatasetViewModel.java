package org.digitpad.ui.train.data;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.io.BadInputException;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.ui.train.data.DatasetChoice.Availability;
import org.slf4j.LoggerFactory;

/** The dataset to train on: the choice, whether it is there, and its download. */
public final class DatasetViewModel {
  private static final double MEGABYTE = 1e6;

  /** Whether the selected dataset can be trained on. */
  public enum State {
    LOOKING,
    READY,
    MISSING,
    DOWNLOADING
  }

  private final Function<Path, DatasetChoice> fromFolder;
  private final Function<Path, DatasetChoice> fromFile;
  private final Executor background;
  private final Executor ui;
  private final ObservableList<DatasetChoice> choices;
  private final ObjectProperty<DatasetChoice> selected;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.LOOKING);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyBooleanWrapper error = new ReadOnlyBooleanWrapper(this, "error");
  private final ReadOnlyBooleanWrapper mnist = new ReadOnlyBooleanWrapper(this, "mnist");
  private final ReadOnlyDoubleWrapper downloaded = new ReadOnlyDoubleWrapper(this, "downloaded");
  private boolean downloadable;
  private AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * @param datasets the datasets to choose from, the default first
   * @param fromFolder makes a dataset of a folder
   * @param fromFile makes a dataset of a file
   * @param background runs slow tasks
   * @param ui runs a task on the UI thread
   */
  public DatasetViewModel(
      List<DatasetChoice> datasets,
      Function<Path, DatasetChoice> fromFolder,
      Function<Path, DatasetChoice> fromFile,
      Executor background,
      Executor ui) {
    this.fromFolder = fromFolder;
    this.fromFile = fromFile;
    this.background = background;
    this.ui = ui;
    choices = FXCollections.observableArrayList(datasets);
    selected = new SimpleObjectProperty<>(this, "selected", datasets.get(0));
    selected.addListener((property, before, now) -> refresh());
  }

  public ObservableList<DatasetChoice> choices() {
    return choices;
  }

  public ObjectProperty<DatasetChoice> chosenProperty() {
    return selected;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Says where the dataset is, what is missing, or how far the download is. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Whether the message reports a fault. A dataset that can be downloaded is not one. */
  public ReadOnlyBooleanProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Whether the selected dataset is MNIST, even if it is not on this computer yet. */
  public ReadOnlyBooleanProperty mnistProperty() {
    return mnist.getReadOnlyProperty();
  }

  /** Fraction of the current file that is downloaded, 0 to 1. */
  public ReadOnlyDoubleProperty downloadedProperty() {
    return downloaded.getReadOnlyProperty();
  }

  public boolean canDownload() {
    return state.get() == State.MISSING && downloadable;
  }

  /** Adds and chooses the dataset in a folder. */
  public void chooseFolder(Path folder) {
    choose(fromFolder.apply(folder));
  }

  /** Adds and chooses the dataset in a file. */
  public void chooseFile(Path file) {
    choose(fromFile.apply(file));
  }

  private void choose(DatasetChoice choice) {
    choices.removeIf(known -> known.name().equals(choice.name()));
    choices.add(choice);
    selected.set(choice);
  }

  /** Checks again whether the selected dataset is there, unless it is being downloaded. */
  public void refreshUnlessDownloading() {
    if (state.get() != State.DOWNLOADING) {
      refresh();
    }
  }

  /** Checks again whether the selected dataset is there; cancels a download. */
  void refresh() {
    cancel();
    DatasetChoice choice = selected.get();
    if (choice == null) {
      return;
    }
    error.set(false);
    state.set(State.LOOKING);
    message.set(Messages.get("ui.train.data.looking"));
    background.execute(
        () -> {
          Availability found = check(choice);
          ui.execute(() -> show(choice, found));
        });
  }

  private static Availability check(DatasetChoice choice) {
    try {
      return choice.availability().get();
    } catch (BadInputException input) {
      return Availability.unavailable(String.valueOf(input.getMessage()));
    } catch (RuntimeException | Error cause) { // also a lack of memory
      LoggerFactory.getLogger(DatasetViewModel.class).error("cannot look for data", cause);
      return Availability.unavailable(
          ProgramLog.withPointer(
              Messages.get("ui.train.data.notChecked", cause.getClass().getSimpleName())));
    }
  }

  private void show(DatasetChoice choice, Availability found) {
    if (choice.equals(selected.get()) && state.get() == State.LOOKING) {
      downloadable = found.downloadable();
      mnist.set(found.mnist());
      error.set(!found.complete() && !found.downloadable());
      state.set(found.complete() ? State.READY : State.MISSING);
      message.set(found.description());
    }
  }

  /** Downloads what is missing. */
  public void download() {
    if (!canDownload()) {
      return;
    }
    DatasetChoice choice = selected.get();
    AtomicBoolean stop = new AtomicBoolean();
    cancelled = stop;
    downloaded.set(0);
    error.set(false);
    state.set(State.DOWNLOADING);
    message.set(Messages.get("ui.train.data.downloading"));
    Thread thread = new Thread(() -> download(choice, stop), "digitpad-download");
    thread.setDaemon(true);
    thread.start();
  }

  /** Cancels the download; what has arrived is kept for the next one. */
  public void cancel() {
    cancelled.set(true);
  }

  private void download(DatasetChoice choice, AtomicBoolean stop) {
    Runnable showResult;
    try {
      choice.download().run((file, bytes, total) -> progress(stop, file, bytes, total), stop::get);
      showResult = this::refresh;
    } catch (InterruptedException interrupted) {
      showResult = () -> stopped(false, Messages.get("ui.train.data.cancelled"));
    } catch (DownloadException cause) {
      String reason = String.valueOf(cause.getMessage());
      showResult = () -> stopped(true, reason);
    } catch (RuntimeException | Error cause) { // also a lack of memory
      LoggerFactory.getLogger(DatasetViewModel.class).error("the download failed", cause);
      String sentence =
          ProgramLog.withPointer(
              Messages.get("ui.train.data.downloadFailed", cause.getClass().getSimpleName()));
      showResult = () -> stopped(true, sentence);
    }
    Runnable show = showResult;
    ui.execute(
        () -> {
          if (choice.equals(selected.get()) && state.get() == State.DOWNLOADING) {
            show.run();
          }
        });
  }

  private void stopped(boolean failed, String reason) {
    error.set(failed);
    state.set(State.MISSING);
    message.set(reason);
  }

  private void progress(AtomicBoolean stop, String file, long bytes, long total) {
    ui.execute(
        () -> {
          if (!stop.get() && state.get() == State.DOWNLOADING) {
            downloaded.set((double) bytes / total);
            message.set(
                Messages.get(
                    "ui.train.data.progress",
                    file,
                    Numbers.decimal(bytes / MEGABYTE, 1),
                    Numbers.decimal(total / MEGABYTE, 1)));
          }
        });
  }
}

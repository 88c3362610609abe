package org.digitpad.ui.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.digitpad.evaluate.ImagePredictions;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.recognize.LibraryModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The models' predictions for the test images: computed once per model in the background, and kept
 * while the window is open.
 */
public final class TestPredictionsViewModel {
  /** One thread, so that live prediction keeps a processor. */
  private static final int THREADS = 1;

  /**
   * The predictions so far.
   *
   * @param images the test images; null before they are loaded
   * @param models predictions of the models that are done, in the order of the columns
   * @param progress share of the columns with readers of images that are done, 0 to 1
   */
  public record Snapshot(
      @Nullable TestImages images,
      Map<ModelColumnViewModel, ImagePredictions> models,
      double progress) {
    static final Snapshot NONE = new Snapshot(null, Map.of(), 0);

    List<ModelColumnViewModel> columns() {
      return List.copyOf(models.keySet());
    }
  }

  private final ObservableList<ModelColumnViewModel> columns;
  private final Supplier<TestImages> source;
  private final Executor background;
  private final Executor ui;
  private final Map<ModelColumnViewModel, ImagePredictions> done = new LinkedHashMap<>();
  private final Set<ModelColumnViewModel> failed = new HashSet<>();
  private final ReadOnlyObjectWrapper<Snapshot> snapshot =
      new ReadOnlyObjectWrapper<>(this, "snapshot", Snapshot.NONE);
  private final ReadOnlyStringWrapper activity = new ReadOnlyStringWrapper(this, "activity", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private @Nullable TestImages images;
  private boolean working;

  /**
   * @param columns the models
   * @param source finds the images; slow
   * @param background runs slow work
   * @param ui runs a task on the UI thread
   */
  TestPredictionsViewModel(
      ObservableList<ModelColumnViewModel> columns,
      Supplier<TestImages> source,
      Executor background,
      Executor ui) {
    this.columns = columns;
    this.source = source;
    this.background = background;
    this.ui = ui;
    columns.addListener((ListChangeListener<ModelColumnViewModel>) change -> columnsChanged());
  }

  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** What is being done, such as "Reading 10,000 digits with LSTM…"; empty when idle. */
  public ReadOnlyStringProperty activityProperty() {
    return activity.getReadOnlyProperty();
  }

  /** What went wrong; empty if nothing did. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Computes the missing predictions. Looks again for test images while there is a substitute. */
  public void refresh() {
    error.set("");
    failed.clear();
    if (!working && (images == null || images.substitute())) {
      work(Messages.get("ui.compare.images.loading"), this::loadImages);
    } else {
      predictNext();
    }
  }

  private void columnsChanged() {
    done.keySet().retainAll(columns);
    if (failed.retainAll(columns)) {
      error.set("");
    }
    publish();
    predictNext();
  }

  private void loadImages() {
    TestImages found = source.get();
    ui.execute(
        () -> {
          boolean unchanged =
              images != null && images.substitute() && found.substitute() && !done.isEmpty();
          if (!unchanged) {
            images = found;
            done.clear();
            publish();
          }
          finished();
        });
  }

  /** Starts the predictions of the next model that has none, if there is one. */
  private void predictNext() {
    TestImages now = images;
    if (working || now == null) {
      return;
    }
    for (ModelColumnViewModel column : columns) {
      LibraryModel model = column.modelProperty().get();
      if (model != null
          && !model.readsMovementOnly()
          && !done.containsKey(column)
          && !failed.contains(column)) {
        work(
            Messages.plural("ui.compare.images.predicting", now.images().size(), column.title()),
            () -> predict(column, model, now));
        return;
      }
    }
  }

  private void predict(ModelColumnViewModel column, LibraryModel model, TestImages from) {
    ImagePredictions predictions;
    try {
      predictions = ImagePredictions.of(model.model(), from.images(), THREADS);
    } catch (BadInputException cause) {
      ui.execute(
          () -> {
            failed.add(column);
            error.set(
                Messages.get(
                    "ui.compare.images.modelFailed",
                    column.title(),
                    Messages.part(cause.getMessage())));
            finished();
          });
      return;
    }
    ui.execute(
        () -> {
          if (columns.contains(column) && from == images) {
            done.put(column, predictions);
            publish();
          }
          finished();
        });
  }

  private void work(String description, Runnable task) {
    working = true;
    activity.set(description);
    background.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error cause) { // also a lack of memory
            LoggerFactory.getLogger(TestPredictionsViewModel.class)
                .error("no predictions for the test images", cause);
            ui.execute(() -> failed(cause));
          }
        });
  }

  private void finished() {
    working = false;
    activity.set("");
    predictNext();
  }

  private void failed(Throwable cause) {
    working = false;
    activity.set("");
    error.set(
        ProgramLog.withPointer(
            Messages.get("ui.compare.images.failed", cause.getClass().getSimpleName())));
  }

  /** The images have no movement. Until a model is loaded, it may read them. */
  private static boolean readsImages(ModelColumnViewModel column) {
    LibraryModel model = column.modelProperty().get();
    return model == null || !model.readsMovementOnly();
  }

  private void publish() {
    Map<ModelColumnViewModel, ImagePredictions> inOrder = new LinkedHashMap<>();
    for (ModelColumnViewModel column : columns) {
      ImagePredictions predictions = done.get(column);
      if (predictions != null) {
        inOrder.put(column, predictions);
      }
    }
    long readers = columns.stream().filter(TestPredictionsViewModel::readsImages).count();
    double progress = readers == 0 ? 1 : (double) inOrder.size() / readers;
    snapshot.set(new Snapshot(images, inOrder, progress));
  }
}

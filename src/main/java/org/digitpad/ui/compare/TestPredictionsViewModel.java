package org.digitpad.ui.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.digitpad.evaluate.ImagePredictions;
import org.digitpad.recognize.LibraryModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What the models make of the test images: read once a model in the background, and kept while the
 * window is open.
 */
public final class TestPredictionsViewModel {
  /** Leaves a processor to the pen. */
  private static final int THREADS = 1;

  /**
   * The readings so far.
   *
   * @param images what was read; null before it is loaded
   * @param models the columns whose models have read all of it, in the columns' order
   * @param progress share of all columns that these are, 0 to 1
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
  private final ReadOnlyObjectWrapper<Snapshot> snapshot =
      new ReadOnlyObjectWrapper<>(this, "snapshot", Snapshot.NONE);
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper(this, "busy", "");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");
  private @Nullable TestImages images;
  private boolean working;

  /**
   * @param columns the models to ask
   * @param source finds the images; slow
   * @param background runs what is slow
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
    columns.addListener((ListChangeListener<ModelColumnViewModel>) change -> changed());
  }

  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** What is being done, such as "Reading 10,000 test images with LSTM…"; empty at rest. */
  public ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What went wrong; empty if nothing did. */
  public ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** Reads what has not been read yet. Images that only stand in are looked for anew. */
  public void look() {
    if (!working && (images == null || images.standIn())) {
      work("Loading the test images…", this::load);
    } else {
      next();
    }
  }

  private void changed() {
    done.keySet().retainAll(columns);
    publish();
    next();
  }

  private void load() {
    TestImages found = source.get();
    ui.execute(
        () -> {
          boolean same = images != null && images.standIn() && found.standIn() && !done.isEmpty();
          if (!same) {
            images = found;
            done.clear();
            publish();
          }
          finished();
        });
  }

  /** Lets the next model read that has not, if there is one. */
  private void next() {
    TestImages now = images;
    if (working || now == null) {
      return;
    }
    for (ModelColumnViewModel column : columns) {
      LibraryModel model = column.modelProperty().get();
      if (model != null && !done.containsKey(column)) {
        work(
            String.format(
                Locale.ROOT, "Reading %,d digits with %s…", now.images().size(), column.name()),
            () -> read(column, model, now));
        return;
      }
    }
  }

  private void read(ModelColumnViewModel column, LibraryModel model, TestImages from) {
    ImagePredictions read = ImagePredictions.of(model.model(), from.images(), THREADS);
    ui.execute(
        () -> {
          if (columns.contains(column) && from == images) {
            done.put(column, read);
            publish();
          }
          finished();
        });
  }

  private void work(String what, Runnable task) {
    working = true;
    fault.set("");
    busy.set(what);
    background.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error cause) { // also a lack of memory
            LoggerFactory.getLogger(TestPredictionsViewModel.class).error("not read", cause);
            ui.execute(() -> failed(cause));
          }
        });
  }

  private void finished() {
    working = false;
    busy.set("");
    next();
  }

  private void failed(Throwable cause) {
    working = false;
    busy.set("");
    fault.set(
        "The test images were not read ("
            + cause.getClass().getSimpleName()
            + "). Leave this tab and come back to try again; the log says more.");
  }

  private void publish() {
    Map<ModelColumnViewModel, ImagePredictions> inOrder = new LinkedHashMap<>();
    for (ModelColumnViewModel column : columns) {
      ImagePredictions read = done.get(column);
      if (read != null) {
        inOrder.put(column, read);
      }
    }
    double progress = columns.isEmpty() ? 1 : (double) inOrder.size() / columns.size();
    snapshot.set(new Snapshot(images, inOrder, progress));
  }
}

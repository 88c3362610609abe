package org.digitpad.ui.mydrawings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawings;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * What the My Drawings tab shows: the drawings in rows by label, a filter, the drawing at which the
 * keys are, and those that are selected. All methods must be called on the UI thread.
 */
public final class BrowseViewModel {
  /** The filter that shows all labels. */
  public static final int ALL = -1;

  private final MyDrawingsViewModel model;
  private final Consumer<Drawing> open;
  private final ReadOnlyObjectWrapper<List<GridRow>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final ReadOnlyIntegerWrapper filter = new ReadOnlyIntegerWrapper(this, "filter", ALL);
  private final ReadOnlyBooleanWrapper misreadOnly =
      new ReadOnlyBooleanWrapper(this, "misreadOnly");

  /** Index of the drawing at which the keys are; -1 if none is shown. */
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(this, "current", -1);

  private final ReadOnlyObjectWrapper<Set<String>> selection =
      new ReadOnlyObjectWrapper<>(this, "selection", Set.of());

  private List<MyDrawing> shown = List.of();
  private int columns = 1;

  /** Where a range of drawings begins that Shift extends. */
  private int anchor = -1;

  /** How a move or a click changes the selection. */
  public enum Mode {
    /** The drawing alone is selected. */
    SELECT,
    /** All from the last one that was chosen so far are selected. */
    EXTEND,
    /** The drawing is added, or taken out. */
    TOGGLE
  }

  /**
   * @param model the drawings
   * @param open puts a drawing on the pad
   */
  public BrowseViewModel(MyDrawingsViewModel model, Consumer<Drawing> open) {
    this.model = model;
    this.open = open;
    model.drawingsProperty().addListener((property, before, now) -> update());
    update();
  }

  public MyDrawingsViewModel drawings() {
    return model;
  }

  ReadOnlyObjectProperty<List<GridRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** The label that is shown, or {@link #ALL}. */
  public ReadOnlyIntegerProperty filterProperty() {
    return filter.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty misreadOnlyProperty() {
    return misreadOnly.getReadOnlyProperty();
  }

  /** Index of the drawing at which the keys are; -1 if none is shown. */
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Ids of the selected drawings, all of them shown. */
  public ReadOnlyObjectProperty<Set<String>> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** The drawings that are shown, in the order of the grid. */
  public List<MyDrawing> shown() {
    return shown;
  }

  /** Shows one label only. */
  public void setFilter(int label) {
    filter.set(label);
    update();
  }

  /** Shows only what was misread. */
  public void setMisreadOnly(boolean only) {
    misreadOnly.set(only);
    update();
  }

  /** Sets how many drawings stand side by side. */
  void setColumns(int count) {
    if (count != columns) {
      columns = Math.max(1, count);
      update();
    }
  }

  /**
   * Returns how many drawings a filter shows, with those that were read right left out where only
   * misread ones are shown.
   */
  public int count(int label) {
    return (int)
        model.drawingsProperty().get().stream()
            .filter(each -> label == ALL || each.label() == label)
            .filter(each -> !misreadOnly.get() || each.isMisread())
            .count();
  }

  /** Returns how many drawings were misread. */
  public int misread() {
    return (int) model.drawingsProperty().get().stream().filter(MyDrawing::isMisread).count();
  }

  private void update() {
    int at = current.get();
    String id = at >= 0 && at < shown.size() ? shown.get(at).id() : "";
    shown =
        model.drawingsProperty().get().stream()
            .filter(each -> filter.get() == ALL || each.label() == filter.get())
            .filter(each -> !misreadOnly.get() || each.isMisread())
            .sorted(Comparator.comparingInt(MyDrawing::label))
            .toList();
    Set<String> still = new HashSet<>();
    int place = -1;
    for (int i = 0; i < shown.size(); i++) {
      String each = shown.get(i).id();
      if (selection.get().contains(each)) {
        still.add(each);
      }
      if (each.equals(id)) {
        place = i;
      }
    }
    rows.set(rowsOf(shown, columns));
    // keeps a place for the keys where a drawing has gone; they begin at the first drawing
    int next = place >= 0 && anchor >= 0 ? place : Math.min(anchor < 0 ? 0 : at, shown.size() - 1);
    anchor = Math.min(anchor, shown.size() - 1);
    selection.set(Set.copyOf(still));
    current.set(next);
  }

  private static List<GridRow> rowsOf(List<MyDrawing> drawings, int columns) {
    List<GridRow> rows = new ArrayList<>();
    for (int from = 0; from < drawings.size(); ) {
      int label = drawings.get(from).label();
      int to = from;
      while (to < drawings.size() && drawings.get(to).label() == label) {
        to++;
      }
      rows.add(new GridRow(label, to - from, from, List.of()));
      for (int start = from; start < to; start += columns) {
        rows.add(
            new GridRow(label, 0, start, drawings.subList(start, Math.min(to, start + columns))));
      }
      from = to;
    }
    return rows;
  }

  /** Goes to a drawing by its index among those that are shown. */
  public void choose(int index, Mode mode) {
    if (index < 0 || index >= shown.size()) {
      return;
    }
    Set<String> ids = new HashSet<>();
    switch (mode) {
      case SELECT -> ids.add(shown.get(index).id());
      case EXTEND -> {
        int from = anchor < 0 ? index : anchor;
        for (int i = Math.min(from, index); i <= Math.max(from, index); i++) {
          ids.add(shown.get(i).id());
        }
      }
      case TOGGLE -> {
        ids.addAll(selection.get());
        String id = shown.get(index).id();
        if (!ids.remove(id)) {
          ids.add(id);
        }
      }
      default -> throw new IllegalStateException("no mode " + mode);
    }
    if (mode != Mode.EXTEND || anchor < 0) {
      anchor = index;
    }
    selection.set(Set.copyOf(ids));
    current.set(index);
  }

  /** Goes to the drawing so many places after the current one, or to the first or the last. */
  public void moveBy(int steps, Mode mode) {
    int target = current.get() + steps;
    choose(Math.max(0, Math.min(shown.size() - 1, target)), mode);
  }

  /**
   * Goes to the drawing so many rows below the current one.
   *
   * @param count negative for rows above
   */
  public void moveRows(int count, Mode mode) {
    List<GridRow> full = rows.get().stream().filter(row -> !row.isHeading()).toList();
    int at = current.get();
    for (int i = 0; i < full.size(); i++) {
      GridRow row = full.get(i);
      int column = at - row.start();
      if (column >= 0 && column < row.drawings().size()) {
        GridRow target = full.get(Math.max(0, Math.min(full.size() - 1, i + count)));
        choose(target.start() + Math.min(column, target.drawings().size() - 1), mode);
        return;
      }
    }
  }

  public void selectAll() {
    Set<String> ids = new HashSet<>();
    shown.forEach(each -> ids.add(each.id()));
    selection.set(Set.copyOf(ids));
  }

  /** Selects nothing. */
  public void clearSelection() {
    selection.set(Set.of());
  }

  /** The selected drawings, or the current one if none is selected. */
  private List<MyDrawing> chosen() {
    int at = current.get();
    if (!selection.get().isEmpty()) {
      return shown.stream().filter(each -> selection.get().contains(each.id())).toList();
    }
    return at < 0 ? List.of() : List.of(shown.get(at));
  }

  /**
   * Gives the selected drawings, or the current one, another label, and goes on to the next one, so
   * that many can be sorted key by key.
   */
  public void relabel(int label) {
    Set<String> chosen = MyDrawings.ids(chosen());
    List<MyDrawing> before = shown;
    List<MyDrawing> changed =
        before.stream()
            .filter(each -> chosen.contains(each.id()) && each.label() != label)
            .toList();
    if (!changed.isEmpty()) {
      model.relabel(
          changed,
          label,
          label == MyDrawing.NO_DIGIT
              ? Messages.plural("ui.mydrawings.relabeledNoDigit", changed.size())
              : Messages.plural("ui.mydrawings.relabeled", changed.size(), label));
    }
    MyDrawing next = after(before, chosen);
    if (!chosen.isEmpty() && next != null) {
      choose(shown.indexOf(next), Mode.SELECT);
    }
  }

  /** The drawing after the last chosen one, or else the last that is not chosen; null if none. */
  private static @Nullable MyDrawing after(List<MyDrawing> all, Set<String> chosen) {
    int last = all.size() - 1;
    while (last >= 0 && !chosen.contains(all.get(last).id())) {
      last--;
    }
    if (last + 1 < all.size()) {
      return all.get(last + 1);
    }
    while (last >= 0 && chosen.contains(all.get(last).id())) {
      last--;
    }
    return last < 0 ? null : all.get(last);
  }

  /** Deletes the selected drawings, or the current one. */
  public void delete() {
    List<MyDrawing> chosen = chosen();
    if (!chosen.isEmpty()) {
      int first = shown.indexOf(chosen.get(0));
      model.delete(chosen, Messages.plural("ui.mydrawings.deleted", chosen.size()));
      current.set(Math.min(first, shown.size() - 1));
      anchor = current.get();
    }
  }

  /** Puts the current drawing on the pad. */
  public void open() {
    if (current.get() >= 0) {
      open.accept(shown.get(current.get()).drawing());
    }
  }
}

package org.digitpad.ui.inside;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitpad.i18n.Messages;
import org.digitpad.nn.kernel.UnitMask;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The panel: buttons that choose a view, the view, ten bars, and a line about what is special. It
 * fits into the size that its parent gives it.
 */
public final class InsidePanel extends Region {
  private static final double GAP = 8;
  private static final double LINE = 24;

  private final InsideViewModel model;
  private final ObservableBooleanValue motionReduced;

  /** Those that have been shown; each is made when it is first needed. */
  private final Map<Section, List<SectionView>> views = new EnumMap<>(Section.class);

  private @Nullable SectionView shown;

  private final SegmentedPane sections;
  private final InsideExport export;
  private final Label nothing = FormControls.wrappingLabel("inside-nothing");
  private final BeliefBars bars;
  private final HBox line;
  private final Label note = new Label();

  /**
   * @param motionReduced whether animations are off
   */
  public InsidePanel(InsideViewModel model, ObservableBooleanValue motionReduced) {
    this.model = model;
    this.motionReduced = motionReduced;
    bars = new BeliefBars(model.pointedProperty()::set);
    // what changes in it with each drawing lays nothing out around it
    setManaged(false);
    setId("inside-panel");
    getStyleClass().add("inside-panel");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(Messages.get("ui.inside.name"));
    List<Segment> segments = new ArrayList<>();
    for (Section section : Section.values()) {
      // the view itself is also hidden while it has nothing to show
      segments.add(
          new Segment(
              section.title(), "inside-" + section.name().toLowerCase(Locale.ROOT), new Region()));
    }
    sections = new SegmentedPane(Messages.get("ui.inside.sections"), segments);
    sections.getStyleClass().add("inside-sections");
    for (int i = 0; i < segments.size(); i++) {
      Section section = Section.values()[i];
      ToggleButton button = (ToggleButton) sections.getChildren().get(i);
      button.setMinWidth(USE_PREF_SIZE);
      LazyTooltips.install(button, section.tooltip());
      button
          .selectedProperty()
          .addListener(
              (property, before, now) -> {
                if (now) {
                  model.sectionProperty().set(section);
                }
              });
      button.setSelected(section == model.sectionProperty().get());
    }
    export = new InsideExport(this, model);
    nothing.getStyleClass().add("muted");
    note.setId("inside-note");
    note.getStyleClass().add("inside-note");
    LazyTooltips.install(note, note.textProperty());
    Button restore = new Button(Messages.get("ui.inside.restore"));
    restore.setId("inside-restore");
    restore.getStyleClass().addAll(Styles.FLAT, "strip-button");
    restore.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(restore, Messages.get("ui.inside.restore.tooltip"));
    restore.visibleProperty().bind(model.maskProperty().isNotEqualTo(UnitMask.NONE));
    restore.setOnAction(event -> model.restoreAll());
    note.setMaxWidth(Double.MAX_VALUE);
    note.setMinWidth(0);
    HBox.setHgrow(note, Priority.ALWAYS);
    line = new HBox(GAP, note, restore);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(sections, export.button());
    getChildren().addAll(nothing, bars, line);
    model.snapshotProperty().addListener((property, before, now) -> update());
    model.sectionProperty().addListener((property, before, now) -> update());
    model.stepProperty().addListener((property, before, now) -> updateBars());
    model.restBlankProperty().addListener((property, before, now) -> updateBars());
    model.exportMessageProperty().addListener((property, before, now) -> updateNote());
    update();
  }

  /** The view that is shown; null if there is nothing. */
  @Nullable SectionView view() {
    return shown;
  }

  /** The ten bars; null if they are not shown. */
  @Nullable Region bars() {
    return bars.isVisible() ? bars : null;
  }

  private SectionView view(Section section, int number) {
    List<SectionView> made = views.computeIfAbsent(section, key -> new ArrayList<>());
    if (number == made.size()) {
      SectionView view = section.view(number, model, motionReduced);
      made.add(view);
      // where the focus comes to it: after the buttons that choose it
      getChildren().add(2, view);
      // a child that is not managed does not ask for it
      requestLayout();
    }
    return made.get(number);
  }

  private Stream<SectionView> views() {
    return views.values().stream().flatMap(List::stream);
  }

  private void update() {
    Snapshot snapshot = model.snapshotProperty().get();
    Section section = model.sectionProperty().get();
    SectionView found = null;
    for (int i = 0; i < section.viewCount() && found == null; i++) {
      SectionView view = view(section, i);
      found = view.show(snapshot) ? view : null;
    }
    SectionView next = found;
    shown = next;
    boolean something = next != null;
    if (!something) {
      model.paperMarkProperty().set(null);
    }
    views().forEach(view -> view.setVisible(view == next));
    nothing.setVisible(!something);
    if (!something) {
      nothing.setText(why(snapshot));
    }
    updateBars();
    updateNote();
  }

  private String why(Snapshot snapshot) {
    if (snapshot.subject() == null) {
      return snapshot.note().isEmpty() ? Messages.get("ui.inside.nothing") : snapshot.note();
    }
    Section section = model.sectionProperty().get();
    return snapshot.explanation() == null && section != Section.CHANGE
        ? snapshot.note()
        : section.none();
  }

  private void updateBars() {
    boolean shown = model.sectionProperty().get().hasBars();
    if (bars.isVisible() != shown) {
      bars.setVisible(shown);
      requestLayout();
    }
    bars.show(model.probabilities());
  }

  private void updateNote() {
    String message = model.exportMessageProperty().get();
    Snapshot snapshot = model.snapshotProperty().get();
    int off =
        model.maskProperty().get().off().values().stream().mapToInt(units -> units.size()).sum();
    note.setText(
        !message.isEmpty()
            ? message
            : off > 0
                ? Messages.plural("ui.inside.off", off)
                : nothing.isVisible() ? "" : snapshot.note());
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double buttons = snapSizeY(sections.prefHeight(-1));
    double exportWidth = snapSizeX(export.button().prefWidth(-1));
    sections.resizeRelocate(0, 0, Math.min(width - exportWidth, sections.prefWidth(-1)), buttons);
    export.button().resizeRelocate(width - exportWidth, 0, exportWidth, buttons);
    double bottom = getHeight() - LINE;
    line.resizeRelocate(0, bottom, width, LINE);
    double barsTop = bars.isVisible() ? bottom - BeliefBars.HEIGHT : bottom;
    bars.resizeRelocate(0, barsTop, Math.min(width, 480), BeliefBars.HEIGHT);
    double top = buttons + 2 * GAP;
    double height = Math.max(0, barsTop - GAP - top);
    views().forEach(view -> view.resizeRelocate(0, top, width, height));
    nothing.resizeRelocate(0, top, Math.min(width, 480), height);
  }
}

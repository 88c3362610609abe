package org.digitpad.ui.inside;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.digitpad.explain.ChangeSearch;
import org.digitpad.explain.NearestChange;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.ui.common.FormControls;
import org.jspecify.annotations.Nullable;

/** The smallest changes that flip the answer, and the image after one of them. */
final class ChangeView extends SectionView {
  /** As many as fit into a small window. */
  private static final int MOST = 4;

  private static final double CAPTION = 24;
  private static final double MAX_LIST = 400;
  private static final double MESSAGE_HEIGHT = 48;

  private final PixelGrid before =
      new PixelGrid("inside-before", Messages.get("ui.inside.change.before"));
  private final PixelGrid after =
      new PixelGrid("inside-after", Messages.get("ui.inside.change.changed"));
  private final Label beforeCaption = new Label(Messages.get("ui.inside.change.before"));
  private final Label afterCaption = new Label();
  private final Label message = FormControls.wrappingLabel("inside-change-message");
  private final ToggleGroup group = new ToggleGroup();
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final VBox list = new VBox(4);

  /**
   * @param motionReduced not asked, as nothing moves here
   */
  ChangeView(InsideViewModel model, ObservableBooleanValue motionReduced) {
    super("change", model);
    message.getStyleClass().add("muted");
    // two lines, so that the changes below stay where they are
    message.setMinHeight(MESSAGE_HEIGHT);
    message.setAlignment(Pos.BOTTOM_LEFT);
    list.getChildren().add(message);
    for (int i = 0; i < MOST; i++) {
      int index = i;
      ToggleButton button = new ToggleButton();
      button.setId("inside-change-" + (i + 1));
      button.setToggleGroup(group);
      button.getStyleClass().add("inside-choice");
      button.setWrapText(true);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            ChangeSearch.Result found = model.changesProperty().get();
            if (found != null && index < found.changes().size()) {
              model.showGhost(found.changes().get(index));
            }
          });
      buttons.add(button);
      list.getChildren().add(button);
    }
    getChildren().addAll(beforeCaption, before, afterCaption, after, list);
    model.changesProperty().addListener((property, old, now) -> showChanges(now));
    model.ghostProperty().addListener((property, old, now) -> showAfter(now));
    showChanges(model.changesProperty().get());
  }

  @Override
  boolean show(Snapshot snapshot) {
    Subject subject = snapshot.subject();
    if (subject == null || subject.drawing().isBlank()) {
      return false;
    }
    before.show(DigitImage.SIDE, DigitImage.SIDE, HeatColors.image(subject.image()));
    showAfter(model.ghostProperty().get());
    return true;
  }

  private void showChanges(ChangeSearch.@Nullable Result found) {
    int count = found == null ? 0 : Math.min(MOST, found.changes().size());
    message.setText(
        Messages.get(
            found == null
                ? "ui.inside.change.searching"
                : count > 0
                    ? "ui.inside.change.found"
                    : found.complete()
                        ? "ui.inside.change.notFound"
                        : "ui.inside.change.notFoundInTime"));
    for (int i = 0; i < MOST; i++) {
      ToggleButton button = buttons.get(i);
      button.setVisible(i < count);
      if (found != null && i < count) {
        NearestChange change = found.changes().get(i);
        button.setText(
            Messages.get(
                "ui.inside.change.each",
                Messages.part(change.sentence()),
                Numbers.percent(change.probability(), 0)));
        button.setSelected(i == 0);
      }
    }
  }

  private void showAfter(@Nullable NearestChange change) {
    if (model.sectionProperty().get() != Section.CHANGE) {
      return;
    }
    model.paperMarkProperty().set(change == null ? null : new PaperMark.Ghost(change));
    after.setVisible(change != null);
    afterCaption.setText(
        change == null ? "" : Messages.get("ui.inside.change.after.digit", change.digit()));
    if (change != null) {
      after.show(
          DigitImage.SIDE,
          DigitImage.SIDE,
          HeatColors.image(StrokeRenderer.render(change.drawing())));
    }
  }

  @Override
  List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            Messages.get("ui.inside.csv.change"),
            Messages.get("ui.inside.csv.digit"),
            Messages.get("ui.inside.csv.probability"),
            Messages.get("ui.inside.csv.amount")));
    ChangeSearch.Result found = model.changesProperty().get();
    if (found != null) {
      for (NearestChange change : found.changes()) {
        table.add(
            List.of(
                change.sentence(),
                String.valueOf(change.digit()),
                String.valueOf(change.probability()),
                String.valueOf(change.amount())));
      }
    }
    return table;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    // beside the list in a wide and low panel, above it otherwise
    double listHeight = list.prefHeight(MAX_LIST);
    boolean above = height - listHeight - CAPTION - GAP >= 5 * DigitImage.SIDE;
    double images =
        above ? height - listHeight - CAPTION - GAP : Math.floor((height - GAP) / 2) - CAPTION;
    double widest = above ? (width - GAP) / 2 : width / 3;
    double side = PixelGrid.cell(Math.min(widest, images), DigitImage.SIDE) * DigitImage.SIDE;
    double column = Math.max(side, 96);
    beforeCaption.resizeRelocate(0, 0, column, CAPTION);
    before.resizeRelocate(0, CAPTION, side, side);
    double x = above ? column + GAP : 0;
    double y = above ? 0 : CAPTION + side + 8;
    afterCaption.resizeRelocate(x, y, column, CAPTION);
    after.resizeRelocate(x, y + CAPTION, side, side);
    double listLeft = above ? 0 : column + GAP;
    double listTop = above ? CAPTION + side + GAP : 0;
    double listWidth = Math.min(MAX_LIST, width - listLeft);
    list.resizeRelocate(listLeft, listTop, listWidth, list.prefHeight(listWidth));
  }
}

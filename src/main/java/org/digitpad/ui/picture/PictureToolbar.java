package org.digitpad.ui.picture;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons below an open picture, where the toolbar of the canvas is otherwise. */
public final class PictureToolbar extends HBox {
  /** In less space, the buttons have no text. */
  private static final double TEXT_WIDTH = 440;

  private final Runnable focusPicture;

  /**
   * @param focusPicture gives the focus to the picture
   */
  public PictureToolbar(PictureViewModel model, PictureActions actions, Runnable focusPicture) {
    super(8);
    this.focusPicture = focusPicture;
    setId("picture-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    widthProperty().addListener(change -> fit());
    Button use = button(actions.use(), "picture-use");
    use.getStyleClass().add(Styles.ACCENT);
    Button next = button(actions.next(), "picture-next");
    next.visibleProperty().bind(model.hasNextProperty());
    next.managedProperty().bind(next.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            use,
            button(actions.reset(), "picture-reset"),
            next,
            space,
            button(actions.close(), "picture-close"));
  }

  /** Without space for all names, there are only icons. */
  private void fit() {
    boolean text = getWidth() >= TEXT_WIDTH;
    for (Node child : getChildren()) {
      if (child instanceof Button button) {
        boolean always = button.getStyleClass().contains(Styles.ACCENT);
        button.setContentDisplay(
            text || always ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
      }
    }
  }

  private Button button(Action action, String id) {
    Button button = new Button(action.name(), new FontIcon(action.icon()));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(action.name());
    LazyTooltips.install(button, action.name(), action.shortcut());
    button.setOnAction(event -> action.run());
    button.setDisable(!action.enabled().get());
    action
        .enabled()
        .addListener(
            (value, before, now) -> {
              if (!now && button.isFocused()) {
                // not to the next button, which Enter would then press
                focusPicture.run();
              }
              button.setDisable(!now);
            });
    return button;
  }
}

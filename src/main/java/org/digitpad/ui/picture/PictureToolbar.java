package org.digitpad.ui.picture;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons below an open picture, where the toolbar of the canvas is otherwise. */
public final class PictureToolbar extends HBox {
  public PictureToolbar(PictureViewModel model, PictureActions actions) {
    super(8);
    setId("picture-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    Button use = button(actions.use(), "picture-use");
    use.getStyleClass().add(Styles.ACCENT);
    Button next = button(actions.next(), "picture-next");
    // its place stays empty, so that no button moves from one picture to the next
    next.visibleProperty().bind(model.hasNextProperty());
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

  private static Button button(Action action, String id) {
    Button button = new Button(action.name(), new FontIcon(action.icon()));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(button, action.name(), action.shortcut());
    button.setOnAction(event -> action.run());
    button.setDisable(!action.enabled().get());
    action.enabled().addListener((value, before, now) -> button.setDisable(!now));
    return button;
  }
}

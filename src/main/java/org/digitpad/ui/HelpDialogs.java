package org.digitpad.ui;

import java.nio.file.Path;
import java.util.Collection;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.DataFolders;
import org.digitpad.io.log.ProgramLog;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.CopyButton;

/** Content of the dialogs About and Shortcuts. */
final class HelpDialogs {
  private HelpDialogs() {}

  static Node about(AppInfo info, String modelName, DataFolders folders) {
    Path log = ProgramLog.file(folders);

    GridPane table = table();
    row(table, Messages.get("ui.about.version"), info.version());
    row(table, Messages.get("ui.about.network"), modelName);
    row(table, Messages.get("ui.about.data"), PlainText.brief(folders.root().toString()));
    row(
        table,
        Messages.get("ui.about.log"),
        new VBox(
            8,
            wrapping(PlainText.brief(log.toString())),
            CopyButton.of("copy-log", Messages.get("ui.about.copyPath"), log::toString)));
    row(table, Messages.get("ui.about.license"), Messages.get("ui.about.licenseName"));
    return table;
  }

  static Node shortcuts(Collection<Action> actions) {
    GridPane table = table();
    for (Action action : actions) {
      String keys =
          action.keys().stream()
              .map(KeyCombination::getDisplayText)
              .reduce((first, second) -> Messages.get("ui.shortcuts.either", first, second))
              .orElse("");
      row(table, action.name(), keys);
    }
    row(table, Messages.get("ui.shortcuts.digit"), Messages.get("ui.shortcuts.digit.keys"));
    row(table, Messages.get("ui.shortcuts.noDigit"), Messages.get("ui.shortcuts.noDigit.keys"));
    row(table, Messages.get("ui.shortcuts.confirm"), Messages.get("ui.shortcuts.confirm.keys"));
    return table;
  }

  private static GridPane table() {
    GridPane table = new GridPane();
    table.setHgap(32);
    table.setVgap(8);
    return table;
  }

  private static void row(GridPane table, String name, String value) {
    row(table, name, wrapping(value));
  }

  private static Label wrapping(String value) {
    Label text = new Label(value);
    text.setWrapText(true);
    text.setMaxWidth(400);
    return text;
  }

  private static void row(GridPane table, String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    RowConstraints top = new RowConstraints();
    top.setValignment(VPos.TOP);
    table.getRowConstraints().add(top);
    table.addRow(table.getRowCount() - 1, label, value);
  }
}

package org.digitpad.ui.profile;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.data.profiles.Profile;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** Dialogs that ask for the name of a person, and before one is deleted. */
public final class ProfileDialogs {
  private static final double WIDTH = 400;

  /** So many lines of error fit without the dialog growing while one types. */
  private static final double ERROR_HEIGHT = 40;

  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final ProfilesViewModel model;
  private final BiFunction<String, Node, Runnable> open;

  /**
   * @param open opens a dialog with a title, and returns a task that closes it
   */
  public ProfileDialogs(ProfilesViewModel model, BiFunction<String, Node, Runnable> open) {
    this.model = model;
    this.open = open;
  }

  /** Asks for the name of a person to add. */
  void add() {
    askName(
        Messages.get("ui.profile.add.title"),
        Messages.get("ui.profile.add.do"),
        null,
        (name, done) -> model.add(name, done));
  }

  /** Asks for another name of a person. */
  void rename(Profile profile) {
    askName(
        Messages.get("ui.profile.rename.title"),
        Messages.get("ui.profile.rename.do"),
        profile,
        (name, done) -> model.rename(profile, name, done));
  }

  /** What is done with a name; the other one receives a sentence if that failed. */
  @FunctionalInterface
  private interface Use {
    void accept(String name, Consumer<String> done);
  }

  private void askName(String title, String action, @Nullable Profile owner, Use use) {
    Label caption = new Label(Messages.get("ui.profile.name"));
    caption.getStyleClass().add("field-name");
    TextField field = new TextField(owner == null ? "" : owner.name());
    field.setId("profile-name");
    field.setPrefWidth(WIDTH);
    caption.setLabelFor(field);
    Label error = errorLabel();
    Button accept = new Button(action);
    accept.setId("accept-name");
    accept.getStyleClass().add(Styles.ACCENT);
    accept.setDefaultButton(true);
    Button cancel = new Button(Messages.get("ui.profile.cancel"));
    cancel.setId("cancel-name");
    Consumer<String> tell =
        sentence -> {
          error.setText(sentence);
          field.pseudoClassStateChanged(ERROR, !sentence.isEmpty());
          field.setAccessibleHelp(sentence.isEmpty() ? null : sentence);
        };
    field.textProperty().addListener((property, before, now) -> tell.accept(""));
    Runnable close =
        open.apply(
            title, new VBox(8, new VBox(4, caption, field), error, new HBox(8, accept, cancel)));
    cancel.setOnAction(event -> close.run());
    accept.setOnAction(
        event -> {
          Optional<String> problem = model.problem(field.getText(), owner);
          if (problem.isPresent()) {
            tell.accept(problem.get());
            field.requestFocus();
            return;
          }
          accept.setDisable(true);
          use.accept(
              field.getText(),
              failure -> {
                accept.setDisable(false);
                tell.accept(failure);
                if (failure.isEmpty()) {
                  close.run();
                }
              });
        });
    field.requestFocus();
    field.selectAll();
  }

  /** Asks before a person is deleted. */
  void delete(Profile profile) {
    Label explanation =
        new Label(
            Messages.get("ui.profile.delete.explanation", profile.name(), model.deletedFolder()));
    explanation.setWrapText(true);
    explanation.setPrefWidth(WIDTH);
    explanation.setMinHeight(Region.USE_PREF_SIZE);
    Label error = errorLabel();
    Button keep = new Button(Messages.get("ui.profile.delete.keep"));
    keep.setId("keep-profile");
    keep.getStyleClass().add(Styles.ACCENT);
    Button delete = new Button(Messages.get("ui.profile.delete.do"));
    delete.setId("delete-profile");
    delete.getStyleClass().add(Styles.DANGER);
    Runnable close =
        open.apply(
            Messages.get("ui.profile.delete.title"),
            new VBox(8, explanation, error, new HBox(8, keep, delete)));
    keep.setOnAction(event -> close.run());
    delete.setOnAction(
        event -> {
          delete.setDisable(true);
          model.delete(
              profile,
              failure -> {
                delete.setDisable(false);
                error.setText(failure);
                if (failure.isEmpty()) {
                  close.run();
                }
              });
        });
    keep.requestFocus();
  }

  private static Label errorLabel() {
    Label error = new Label();
    error.setId("profile-error");
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    error.setPrefWidth(WIDTH);
    error.setMinHeight(ERROR_HEIGHT);
    return error;
  }
}

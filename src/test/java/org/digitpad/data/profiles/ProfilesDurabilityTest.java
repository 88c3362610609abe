package org.digitpad.data.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.digitpad.io.DataFolders;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.junit.jupiter.api.Test;

/** What is left of a person's name after crashes and failures. */
class ProfilesDurabilityTest {
  /** A window in which the first person gets the name of the version. */
  private static class Window implements Session {
    private final Profiles profiles;

    Window(Path folder) {
      profiles = new Profiles(() -> new DataFolders(folder));
    }

    @Override
    public void write(int version) throws IOException {
      profiles.rename(profiles.find(""), "version " + version);
    }

    @Override
    public int read() {
      Profiles.Content found = profiles.list();
      assertThat(found.note()).isEmpty();
      String name = found.profiles().get(0).name();
      return name.startsWith("version ") ? Integer.parseInt(name.substring(8)) : 0;
    }
  }

  @Test
  void aCrashLeavesTheOldNameOrTheNewOne() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, Window::new)).isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheOldName() {
    assertThat(Durability.afterRefusals(Window::new, Exception::getMessage)).isEmpty();
  }

  @Test
  void aNameWrittenInPlaceIsFound() {
    Function<Path, Session> broken =
        folder ->
            new Window(folder) {
              @Override
              public void write(int version) throws IOException {
                Path state = Files.createDirectories(folder.resolve("state"));
                Files.writeString(
                    state.resolve("profile.json"),
                    "{\"version\":1,\"name\":\"version " + version + "\",\"model\":\"\"}\n");
              }
            };
    assertThat(Durability.afterCrashes(200, broken)).isNotEmpty();
  }
}

package org.digitpad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the program once more where the locale has no encoding for the names of files. In the
 * POSIX locale, Java replaces each byte of such a name by U+FFFD and finds neither the user's home
 * nor the files of the command line; the locale of a running JVM cannot be changed.
 *
 * <p>The second JVM cannot get the arguments from the first one, which does not know them, so it
 * reads them from {@code /proc}.
 */
final class Utf8Relaunch {
  /** Tells the second JVM where the arguments are, and how many. */
  private static final String ARGUMENTS = "DIGITPAD_ARGUMENTS";

  /** Number of arguments, and number of the first JVM's process. */
  private static final Pattern PLACE = Pattern.compile("(\\d{1,6}) (\\d{1,10})");

  private static final String REPLACEMENT = "\ufffd";

  private Utf8Relaunch() {}

  /** Whether the program must be started again to find its files. */
  static boolean isNeeded(String[] arguments, Map<String, String> environment) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    boolean ascii = encoding.equals("ANSI_X3.4-1968") || encoding.equals("US-ASCII");
    return ascii
        && !environment.containsKey(ARGUMENTS)
        && Files.isExecutable(java())
        && Stream.of(
                Arrays.stream(arguments),
                Stream.of(System.getProperty("user.home", "")),
                environment.values().stream())
            .flatMap(texts -> texts)
            .anyMatch(text -> text.contains(REPLACEMENT));
  }

  /** Runs the program in a second JVM; returns its exit code. */
  static int run(String[] arguments) throws IOException, InterruptedException {
    List<String> own = commandLine(Path.of("/proc/self/cmdline"));
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    int program =
        own.indexOf("-jar") < 0 ? own.indexOf(Launcher.class.getName()) : own.indexOf("-jar");
    // the options of the JVM; a class path among them is the same as the following one
    command.addAll(own.subList(1, Math.max(1, program)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    // other variables stay as they are, byte for byte
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put(ARGUMENTS, arguments.length + " " + ProcessHandle.current().pid());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.waitFor();
  }

  /** Returns the arguments of the program: in a second JVM, those of the first one. */
  static String[] arguments(String[] own, Map<String, String> environment) throws IOException {
    Matcher place = PLACE.matcher(environment.getOrDefault(ARGUMENTS, ""));
    long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    // the variable may be a leftover, or somebody else's
    if (!place.matches() || Long.parseLong(place.group(2)) != parent) {
      return own;
    }
    List<String> all = commandLine(Path.of("/proc", place.group(2), "cmdline"));
    int count = Integer.parseInt(place.group(1));
    return count >= all.size()
        ? own
        : all.subList(all.size() - count, all.size()).toArray(String[]::new);
  }

  private static List<String> commandLine(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return List.of(text.substring(0, Math.max(0, text.length() - 1)).split("\0", -1));
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}

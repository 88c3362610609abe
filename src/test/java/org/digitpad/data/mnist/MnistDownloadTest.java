package org.digitpad.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.data.mnist.FakeMirror.byRange;
import static org.digitpad.data.mnist.FakeMirror.chunked;
import static org.digitpad.data.mnist.FakeMirror.complete;
import static org.digitpad.data.mnist.FakeMirror.disconnecting;
import static org.digitpad.data.mnist.FakeMirror.endless;
import static org.digitpad.data.mnist.FakeMirror.hugeHeader;
import static org.digitpad.data.mnist.FakeMirror.redirecting;
import static org.digitpad.data.mnist.FakeMirror.resuming;
import static org.digitpad.data.mnist.FakeMirror.status;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.digitpad.i18n.Messages;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.Sha256;
import org.digitpad.io.SpecialFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MnistDownloadTest {
  private static final int SIZE = 100_000;
  private static final byte[] BYTES = random(1);
  private static final byte[] OTHER = random(2);
  private static final ExpectedFile FILE = new ExpectedFile("digits.gz", SIZE, Sha256.of(BYTES));
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final DownloadListener NO_LISTENER = (name, soFar, total) -> {};

  @TempDir Path folder;
  private FakeMirror first;
  private FakeMirror second;

  @BeforeEach
  void startMirrors() throws IOException {
    first = new FakeMirror();
    second = new FakeMirror().responding(resuming(BYTES));
  }

  @AfterEach
  void stopMirrors() {
    first.close();
    second.close();
  }

  @Test
  void downloadsIntoANewFolderAndReportsProgress() throws Exception {
    first.responding(resuming(BYTES));
    List<Long> progress = new ArrayList<>();
    Path target = folder.resolve("new/mnist");
    download(LONG)
        .downloadTo(
            target,
            (name, soFar, total) -> {
              assertThat(name).isEqualTo("digits.gz");
              assertThat(total).isEqualTo(SIZE);
              progress.add(soFar);
            },
            () -> false);
    assertThat(target.resolve("digits.gz")).hasBinaryContent(BYTES);
    assertThat(target.toFile().list())
        .containsExactlyInAnyOrder("digits.gz", MnistDownload.LOCK_NAME);
    assertThat(progress).isSorted().startsWith(0L).endsWith((long) SIZE);
    assertThat(second.ranges()).isEmpty();
  }

  @Test
  void fetchesOnlyWhatIsMissingOrWrong() throws Exception {
    ExpectedFile there = new ExpectedFile("there.gz", 3, Sha256.of(new byte[3]));
    MnistFixture.write(folder.resolve("there.gz"), new byte[3]);
    MnistFixture.write(folder.resolve("digits.gz"), OTHER);
    first.responding(resuming(BYTES));
    new MnistDownload(List.of(first.uri()), List.of(there, FILE), LONG, LONG)
        .downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).containsExactly("none");
    assertDelivered();
  }

  @Test
  void triesTheNextMirrorOnAnHttpError() throws Exception {
    for (int status : new int[] {404, 500, 206, 416}) {
      first.responding(status(status));
      assertSecondDelivers(LONG);
    }
  }

  @Test
  void triesTheNextMirrorWithoutAConnection() throws Exception {
    first.close();
    assertSecondDelivers(LONG);
  }

  @Test
  void followsARedirect() throws Exception {
    first.responding(redirecting(second.uri().resolve("x").toString()));
    new MnistDownload(List.of(first.uri()), List.of(FILE), LONG, LONG)
        .downloadTo(folder, NO_LISTENER, () -> false);
    assertDelivered();
  }

  @Test
  void followsNoRedirectToAFileOrInCircles() throws Exception {
    Path secret = Files.write(folder.resolve("secret"), BYTES);
    for (String location :
        new String[] {secret.toUri().toString(), "ftp://localhost/x", "digits.gz", "::", ""}) {
      first.responding(redirecting(location));
      assertSecondDelivers(LONG);
    }
  }

  @Test
  void whatAMirrorSendsDoesNotMakeAMessageLong() {
    first.responding(redirecting("http://[" + "x".repeat(50_000)));
    second.responding(redirecting("file:/" + "x".repeat(50_000)));
    assertThatThrownBy(() -> download(LONG).downloadTo(folder, NO_LISTENER, () -> false))
        .isInstanceOf(DownloadException.class)
        .message()
        .hasSizeLessThan(1_000);
  }

  @Test
  void givesUpOnAMirrorWithAnEndlessHeader() throws Exception {
    first.responding(hugeHeader());
    assertSecondDelivers(LONG);
  }

  @Test
  void givesUpOnAMirrorThatIsTooSlow() {
    first.responding(first.dripping(BYTES));
    assertThatThrownBy(
            () ->
                new MnistDownload(List.of(first.uri()), List.of(FILE), LONG, Duration.ofSeconds(2))
                    .downloadTo(folder, NO_LISTENER, () -> false))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(Messages.get("data.mnist.mirror.slow", 4_000));
  }

  @Test
  void deletesAPartFileThatIsNoLongerNeeded() throws Exception {
    MnistFixture.write(folder.resolve("digits.gz"), BYTES);
    part(OTHER);
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).isEmpty();
    assertDelivered();
  }

  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisabledOnOs(OS.WINDOWS)
  void aPartFileThatIsAPipeOrALinkIsReplaced() throws Exception {
    first.responding(resuming(BYTES));
    SpecialFiles.pipe(folder.resolve("digits.gz.part"));
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertDelivered();

    Files.delete(folder.resolve("digits.gz"));
    Path precious = Files.write(folder.resolve("precious"), OTHER);
    Files.createSymbolicLink(folder.resolve("digits.gz.part"), precious);
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(precious).hasBinaryContent(OTHER);
    assertThat(folder.resolve("digits.gz")).isRegularFile();
    assertThat(Files.isSymbolicLink(folder.resolve("digits.gz"))).isFalse();
    assertThat(first.ranges()).containsExactly("none", "none");
    assertDelivered();
  }

  @Test
  void givesUpOnAMirrorThatNeverResponds() throws Exception {
    first.responding(first.silent());
    assertSecondDelivers(SHORT);
    assertThat(second.ranges()).containsExactly("none");
  }

  @Test
  void resumesAtTheNextMirrorIfOneStopsSending() throws Exception {
    first.responding(first.stalling(BYTES, 40_000));
    assertSecondDelivers(SHORT);
    assertThat(second.ranges()).containsExactly("bytes=40000-");
  }

  @Test
  void resumesAtTheNextMirrorAfterALostConnection() throws Exception {
    first.responding(disconnecting(BYTES, 30_000));
    assertSecondDelivers(LONG);
    assertThat(second.ranges()).singleElement().asString().matches("none|bytes=\\d+-");
  }

  @Test
  void rejectsOtherBytesOfTheRightLength() throws Exception {
    first.responding(complete(OTHER));
    assertSecondDelivers(LONG);
    assertThat(second.ranges()).containsExactly("none");
  }

  @Test
  void rejectsAWebPageAndKeepsThePartFile() throws Exception {
    part(Arrays.copyOf(BYTES, 10_000));
    first.responding(complete("<html>Log in to the network".getBytes(StandardCharsets.UTF_8)));
    assertSecondDelivers(LONG);
    assertThat(second.ranges()).containsExactly("bytes=10000-");
  }

  @Test
  void rejectsABodyOfAnotherLengthThatIsNotAnnounced() throws Exception {
    for (int length : new int[] {10, SIZE - 1, SIZE + 1}) {
      first.responding(chunked(Arrays.copyOf(BYTES, length)));
      assertSecondDelivers(LONG);
    }
    assertThat(second.ranges()).containsExactly("none", "none", "none");
  }

  @Test
  void neverWritesMoreThanTheExpectedSize() throws Exception {
    first.responding(endless());
    List<Long> sizes = new ArrayList<>();
    download(LONG)
        .downloadTo(
            folder,
            (name, soFar, total) -> sizes.add(folder.resolve("digits.gz.part").toFile().length()),
            () -> false);
    assertThat(sizes).allMatch(size -> size <= SIZE);
    assertDelivered();
  }

  @Test
  void resumesWhereAnEarlierRunStopped() throws Exception {
    part(Arrays.copyOf(BYTES, 60_000));
    first.responding(resuming(BYTES));
    List<Long> progress = new ArrayList<>();
    download(LONG).downloadTo(folder, (name, soFar, total) -> progress.add(soFar), () -> false);
    assertThat(first.ranges()).containsExactly("bytes=60000-");
    assertThat(progress).startsWith(60_000L).endsWith((long) SIZE);
    assertDelivered();
  }

  @Test
  void startsOverIfTheMirrorIgnoresRanges() throws Exception {
    part(Arrays.copyOf(OTHER, 60_000));
    first.responding(complete(BYTES));
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).containsExactly("bytes=60000-");
    assertDelivered();
  }

  @Test
  void startsOverIfTheMirrorCannotServeTheRange() throws Exception {
    part(Arrays.copyOf(BYTES, 60_000));
    first.responding(byRange(status(416), complete(BYTES)));
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).containsExactly("bytes=60000-", "none");
    assertDelivered();
  }

  @Test
  void startsOverIfTheMirrorServesAnotherRange() throws Exception {
    part(Arrays.copyOf(BYTES, 60_000));
    FakeMirror.Response wrongRange =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Range", "bytes 0-99999/100000");
          exchange.sendResponseHeaders(206, SIZE);
          exchange.getResponseBody().write(BYTES);
        };
    first.responding(byRange(wrongRange, complete(BYTES)));
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).containsExactly("bytes=60000-", "none");
    assertDelivered();
  }

  @Test
  void startsOverIfTheEarlierBytesWereWrong() throws Exception {
    part(Arrays.copyOf(OTHER, 60_000));
    first.responding(resuming(BYTES));
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).containsExactly("bytes=60000-", "none");
    assertDelivered();
  }

  @Test
  void movesACompletePartFileAndDeletesOneThatIsTooLong() throws Exception {
    part(BYTES);
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).isEmpty();
    assertDelivered();

    Files.delete(folder.resolve("digits.gz"));
    part(Arrays.copyOf(BYTES, SIZE + 1));
    first.responding(resuming(BYTES));
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).containsExactly("none");
    assertDelivered();
  }

  @Test
  void reportsTheErrorOfEveryMirror() {
    first.responding(status(404));
    second.close();
    assertThatThrownBy(() -> download(LONG).downloadTo(folder, NO_LISTENER, () -> false))
        .isInstanceOf(DownloadException.class)
        .hasMessage(
            Messages.get(
                "data.mnist.download.failed",
                "digits.gz",
                first.uri().getAuthority()
                    + ": HTTP 404; "
                    + second.uri().getAuthority()
                    + ": "
                    + Messages.get("data.mnist.mirror.noConnection"),
                folder));
    assertThat(folder.toFile().list()).containsExactly(MnistDownload.LOCK_NAME);
  }

  @Test
  void reportsTheTimeout() {
    first.responding(first.stalling(BYTES, 40_000));
    assertThatThrownBy(
            () ->
                new MnistDownload(List.of(first.uri()), List.of(FILE), LONG, SHORT)
                    .downloadTo(folder, NO_LISTENER, () -> false))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(Messages.get("data.mnist.mirror.stalled", 4.0));
    assertThat(folder.resolve("digits.gz.part")).hasSize(40_000);
  }

  @Test
  void reportsAFolderThatCannotBeWritten() {
    Path file = MnistFixture.write(folder.resolve("file"), new byte[1]);
    assertThatThrownBy(() -> download(LONG).downloadTo(file, NO_LISTENER, () -> false))
        .isInstanceOf(DownloadException.class)
        .hasMessage(
            Messages.get(
                "data.mnist.download.notWritable", file, Messages.get("io.reason.fileInTheWay")));
  }

  @Test
  void cancellingLeavesAPartFileToResume() throws Exception {
    first.responding(first.stalling(BYTES, 40_000));
    AtomicBoolean cancelled = new AtomicBoolean();
    DownloadListener cancelling = (name, soFar, total) -> cancelled.set(soFar == 40_000);
    assertThatThrownBy(() -> download(LONG).downloadTo(folder, cancelling, cancelled::get))
        .isInstanceOf(InterruptedException.class);
    assertThat(folder.resolve("digits.gz.part")).hasBinaryContent(Arrays.copyOf(BYTES, 40_000));
    assertThat(second.ranges()).isEmpty();

    first.responding(resuming(BYTES));
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(first.ranges()).containsExactly("none", "bytes=40000-");
    assertDelivered();
  }

  @Test
  void anInterruptCancelsWhileWaiting() {
    first.responding(first.silent());
    Thread downloading = Thread.currentThread();
    AtomicBoolean interrupted = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                download(LONG)
                    .downloadTo(
                        folder,
                        NO_LISTENER,
                        () -> {
                          if (!first.ranges().isEmpty() && !interrupted.getAndSet(true)) {
                            downloading.interrupt();
                          }
                          return false;
                        }))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anInterruptBeforeWritingCancels() {
    first.responding(complete(BYTES));
    DownloadListener interrupting = (name, soFar, total) -> Thread.currentThread().interrupt();
    assertThatThrownBy(() -> download(LONG).downloadTo(folder, interrupting, () -> false))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(folder.resolve("digits.gz")).doesNotExist();
  }

  @Test
  void rejectsASecondDownloadIntoTheSameFolder() throws Exception {
    first.responding(resuming(BYTES));
    List<String> errors = new ArrayList<>();
    DownloadListener downloadingToo =
        (name, soFar, total) -> {
          try {
            download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
          } catch (DownloadException | InterruptedException e) {
            errors.add(e.getMessage());
          }
        };
    download(LONG).downloadTo(folder, downloadingToo, () -> false);
    assertThat(errors)
        .isNotEmpty()
        .containsOnly(Messages.get("data.mnist.download.inProgress", folder));
    assertThat(first.ranges()).containsExactly("none");
    assertDelivered();
  }

  @Test
  void aKilledDownloadLeavesNoLock() throws Exception {
    first.responding(resuming(BYTES));
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString())
            .start();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      assertThatThrownBy(() -> download(LONG).downloadTo(folder, NO_LISTENER, () -> false))
          .isInstanceOf(DownloadException.class)
          .hasMessage(Messages.get("data.mnist.download.inProgress", folder));
    } finally {
      other.destroyForcibly().waitFor();
    }
    download(LONG).downloadTo(folder, NO_LISTENER, () -> false);
    assertDelivered();
  }

  /** A program that holds the lock of a folder until it is killed. */
  static final class LockHolder {
    public static void main(String[] arguments) throws Exception {
      ExclusiveLock lock =
          ExclusiveLock.tryAcquire(Path.of(arguments[0], MnistDownload.LOCK_NAME)).orElseThrow();
      System.out.println("locked");
      Thread.sleep(Duration.ofMinutes(10).toMillis());
      lock.close();
    }
  }

  @Test
  void thePublicMirrorsServeTheFourOriginals() {
    assertThat(MnistDownload.MIRRORS)
        .extracting(mirror -> mirror.resolve("t10k-labels-idx1-ubyte.gz"))
        .containsExactly(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/t10k-labels-idx1-ubyte.gz"),
            URI.create(
                "https://storage.googleapis.com/cvdf-datasets/mnist/t10k-labels-idx1-ubyte.gz"));
  }

  private MnistDownload download(Duration stallTimeout) {
    return new MnistDownload(List.of(first.uri(), second.uri()), List.of(FILE), LONG, stallTimeout);
  }

  private void assertSecondDelivers(Duration stallTimeout) throws Exception {
    int before = second.ranges().size();
    download(stallTimeout).downloadTo(folder, NO_LISTENER, () -> false);
    assertThat(second.ranges()).hasSize(before + 1);
    assertDelivered();
    Files.delete(folder.resolve("digits.gz"));
  }

  private void assertDelivered() {
    assertThat(folder.resolve("digits.gz")).hasBinaryContent(BYTES);
    assertThat(folder.resolve("digits.gz.part")).doesNotExist();
  }

  private void part(byte[] bytes) {
    MnistFixture.write(folder.resolve("digits.gz.part"), bytes);
  }

  private static byte[] random(long seed) {
    byte[] bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}

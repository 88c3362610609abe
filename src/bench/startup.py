"""Compares the start of DigitPad and of a bare JavaFX window, in turn on the same machine.

    apt-get install -y python3 python3-xlib xvfb libgtk-3-0
    mvn -Pbench -DskipTests package
    xvfb-run -a -s "-screen 0 1280x860x24 -noreset" /usr/bin/python3 src/bench/startup.py
    … src/bench/startup.py --launcher /usr/bin/digitpad    # an installed DigitPad

The time runs from the start of the process to its first frame on the screen. The memory is the
resident set six seconds later, when DigitPad has loaded its network. Also times `predict` with one
image. An installed DigitPad is compared with two bare windows: one on the JDK's java, as a
developer starts it, and one on the java that comes with DigitPad, with its shared classes.
"""

import argparse
import os
import select
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from Xlib import X, display
from Xlib.error import BadDrawable, BadWindow

ROOT = Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / "target"
BARE_MAIN = "org.digitpad.bench.BareWindow$Main"
DIGITPAD = ["java", "-jar", str(TARGET / "digitpad.jar")]


class Screen:
    """The X screen, on which windows appear."""

    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.sync()

    def discard_events(self):
        while self.display.pending_events():
            self.display.next_event()

    def await_frame(self, title, process):
        """Waits until a window with that title shows more than one color."""
        window = self._await_window(title, process)
        while not self._has_frame(window):
            time.sleep(0.004)

    def _await_window(self, title, process):
        while process.poll() is None:
            select.select([self.display], [], [], 1)
            while self.display.pending_events():
                event = self.display.next_event()
                if event.type == X.MapNotify and self._title(event.window) == title:
                    return event.window
        raise SystemExit(f"no window appeared: {process.args} ended with {process.returncode}")

    @staticmethod
    def _title(window):
        try:
            return window.get_wm_name()
        except (BadDrawable, BadWindow):
            return None

    def _has_frame(self, window):
        area = window.get_geometry()
        pixels = self.root.get_image(
            area.x, area.y, area.width, area.height, X.ZPixmap, 0xFFFFFFFF).data
        return pixels != pixels[:4] * (len(pixels) // 4)


def start(screen, command, title, environment):
    screen.discard_events()
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        screen.await_frame(title, process)
        seconds = time.monotonic() - begin
        time.sleep(6)
        status = Path(f"/proc/{process.pid}/status").read_text()
        kilobytes = next(int(line.split()[1]) for line in status.splitlines()
                         if line.startswith("VmRSS"))
        return seconds, kilobytes / 1024
    finally:
        process.kill()
        process.wait()


def predict(digitpad, image, environment):
    begin = time.monotonic()
    subprocess.run(digitpad + ["predict", "--json", image], env=environment,
                   stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begin


def commands(launcher):
    """Returns the commands to compare by their names in the table; DigitPad is the last."""
    classes = str(TARGET / "test-classes")
    windows = {"bare window": ["java", "-cp", f"{classes}:{TARGET / 'lib'}/*", BARE_MAIN]}
    if launcher:
        runtime = Path(launcher).resolve().parent.parent / "lib/runtime/bin/java"
        windows["bare window on DigitPad's java"] = [str(runtime), "-cp", classes, BARE_MAIN]
    windows["DigitPad"] = [launcher] if launcher else DIGITPAD
    return windows


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--image", default=str(ROOT / "screenshots" / "draw-light.png"),
                        help="any image to predict")
    parser.add_argument("--launcher", help="an installed DigitPad to use instead of the jar")
    options = parser.parse_args()
    windows = commands(options.launcher)
    starts, predictions = {name: [] for name in windows}, []
    screen = Screen()
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, DIGITPAD_HOME=home)
        for round_number in range(options.rounds + 1):
            for name, command in windows.items():
                title = "DigitPad" if name == "DigitPad" else "Bare window"
                measured = start(screen, command, title, environment)
                if round_number > 0:  # the first one reads everything from the disk
                    starts[name].append(measured)
            predictions.append(predict(windows["DigitPad"], options.image, environment))
    medians = {name: [statistics.median(column) for column in zip(*rows)]
               for name, rows in starts.items()}
    seconds, memory = medians.pop("DigitPad")
    print(f"DigitPad: start to first frame {seconds:.2f} s, resident {memory:.0f} MB, "
          f"predict of one image {statistics.median(predictions):.2f} s")
    print("| | start to first frame, s | DigitPad's ratio | resident, MB | DigitPad's ratio |")
    print("|---|---|---|---|---|")
    for name, (bare_seconds, bare_memory) in medians.items():
        print(f"| {name} | {bare_seconds:.2f} | {seconds / bare_seconds:.2f} "
              f"| {bare_memory:.0f} | {memory / bare_memory:.2f} |")


if __name__ == "__main__":
    main()

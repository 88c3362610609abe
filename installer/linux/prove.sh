#!/bin/bash
# Tests the Debian package and the app image on a bare Debian: installs with apt, runs as an ordinary user on a virtual
# screen, draws, trains, removes, and checks what is left. Must run as root.
#
#   prove.sh [--mirror URL] [--suite NAME] [--base FOLDER] [--out FOLDER] DEB APP_IMAGE
#
#   apt-get install -y debootstrap xvfb openbox xdotool wmctrl imagemagick
#
# --mirror  the Debian mirror (http://deb.debian.org/debian)
# --suite   the Debian release (bookworm)
# --base    a minimal Debian from an earlier run, or the folder in which to keep this one for the next
# --out     the folder for screenshots and logs (target/installer/proof)
#
# The virtual screen runs outside the bare system, which holds nothing but the dependencies of the package.
set -euo pipefail

mirror=http://deb.debian.org/debian
suite=bookworm
base=
out=target/installer/proof
while [[ ${1:-} == --* ]]; do
  case $1 in
    --mirror) mirror=$2 ;;
    --suite) suite=$2 ;;
    --base) base=$2 ;;
    --out) out=$2 ;;
    *) echo "prove.sh: there is no option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[[ $# == 2 ]] || { echo "prove.sh: give the .deb and the app image (.tar.gz)" >&2; exit 2; }
deb=$1 image=$2

mkdir -p "$out"
work=$(mktemp -d /var/tmp/digitpad-proof.XXXXXX)
root=$work/root
screen=$((90 + RANDOM % 900))
servers=()

clean_up() {
  for server in "${servers[@]}"; do kill "$server" 2> /dev/null || true; done
  for mount in tmp/.X11-unix dev proc; do umount "$root/$mount" 2> /dev/null || true; done
  # a folder that is still mounted there belongs to the host
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT

failures=0
step() { printf '\n== %s\n' "$*"; }
pass() { printf 'ok    %s\n' "$*"; }
fail() { printf 'FAILED %s\n' "$*"; failures=$((failures + 1)); }
check() { # check WHAT COMMAND…
  local what=$1
  shift
  if "$@"; then pass "$what"; else fail "$what"; fi
}

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@"; }
as() { # as USER COMMAND…: in a bare environment with a POSIX locale
  local user=$1
  shift
  chroot --userspec="$user" "$root" /usr/bin/env -i -C "/home/$user" PATH=/usr/bin:/bin HOME="/home/$user" \
    DISPLAY=:$screen LC_ALL=C "$@"
}

# --- windows

# opens a window with a command, draws a seven, takes a screenshot, and closes the window
draw() { # draw USER NAME COMMAND…
  local user=$1 name=$2 window process x y width height
  shift 2
  as "$user" "$@" > "$out/$name.log" 2>&1 &
  process=$!
  window=$(DISPLAY=:$screen timeout 90 xdotool search --sync --onlyvisible --name '^DigitPad$' | head -1) || true
  if [[ -z $window ]]; then
    fail "$name: no window: $(head -3 "$out/$name.log")"
    kill "$process" 2> /dev/null || true
    return
  fi
  pass "$name: the window shows"
  sleep 8
  eval "$(DISPLAY=:$screen xdotool getwindowgeometry --shell "$window" | sed 's/^/local /')"
  check "$name: its size is ${WIDTH}x$HEIGHT" test "$WIDTH" -gt 1100 -a "$HEIGHT" -gt 700
  x=$((X + WIDTH * 27 / 100)) y=$((Y + HEIGHT * 47 / 100))
  export DISPLAY=:$screen
  xdotool mousemove $((x - 80)) $((y - 120)) mousedown 1
  for i in {1..16}; do xdotool mousemove $((x - 80 + i * 10)) $((y - 120)); sleep 0.03; done
  for i in {1..20}; do xdotool mousemove $((x + 80 - i * 6)) $((y - 120 + i * 12)); sleep 0.03; done
  xdotool mouseup 1
  sleep 4
  import -window root "$out/$name.png"
  wmctrl -ic "$window"
  unset DISPLAY
  local seconds=0
  while kill -0 "$process" 2> /dev/null && ((seconds++ < 30)); do sleep 1; done
  if kill -0 "$process" 2> /dev/null; then
    fail "$name: the window does not close"
    kill "$process"
  elif wait "$process"; then
    pass "$name: it closes with exit code 0"
  else
    fail "$name: exit code $?"
  fi
  if [[ -s $out/$name.log ]]; then echo "      it says: $(cat "$out/$name.log")"; fi
}

libraries_found() { # every library in the package finds the libraries that it needs
  local folder=$1
  ! in_root sh -c "find '$folder' -name '*.so*' ! -name '*.zst' -type f -exec env LD_LIBRARY_PATH='$folder/runtime/lib:$folder/runtime/lib/server:$folder/app/natives' ldd {} + 2>&1" |
    grep 'not found' | grep -v libnd4jcpu | sort -u | grep .
}

# --- a bare system

step "a minimal Debian $suite"
if [[ -n $base && -e $base/etc/debian_version ]]; then
  mkdir -p "$root"
  cp -a --one-file-system "$base/." "$root"
else
  debootstrap --variant=minbase "$suite" "$root" "$mirror" > "$out/debootstrap.log"
  if [[ -n $base ]]; then mkdir -p "$base" && cp -a "$root/." "$base"; fi
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/resolv.conf"
rm -f "$root"/etc/apt/sources.list.d/*
echo "deb $mirror $suite main" > "$root/etc/apt/sources.list"
in_root useradd --create-home --shell /bin/bash ada
in_root useradd --no-create-home --shell /bin/bash guest
in_root install -d -m 755 -o root -g root /home/guest
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
Xvfb ":$screen" -screen 0 1280x860x24 -nolisten tcp > "$out/xvfb.log" 2>&1 &
servers+=($!)
for _ in {1..50}; do [[ -S /tmp/.X11-unix/X$screen ]] && break; sleep 0.1; done
DISPLAY=:$screen openbox > "$out/openbox.log" 2>&1 &
servers+=($!)
cp "$deb" "$root/var/tmp/digitpad.deb"
chmod 644 "$root/var/tmp/digitpad.deb"
echo '{"label":7,"strokes":[[[60,60],[120,58],[200,60],[170,130],[140,180],[120,230]]]}' > "$root/home/ada/seven.jsonl"
chmod 644 "$root/home/ada/seven.jsonl"
cp "$root/home/ada/seven.jsonl" "$root/var/tmp/seven.jsonl"
in_root apt-get update -q > "$out/apt-update.log"
in_root find / -xdev -not -path '/proc/*' -not -path '/dev/*' | sort > "$work/before"

step "install the Debian package with apt"
in_root apt-get install -y --no-install-recommends /var/tmp/digitpad.deb > "$out/apt-install.log" 2>&1 || { tail -20 "$out/apt-install.log"; exit 1; }
in_root rm /var/tmp/digitpad.deb
pass "installed: $(in_root dpkg-query -W -f '${Version}, depends on ${Depends}' digitpad)"
echo "      package: $(du -m --apparent-size "$deb" | cut -f1) MB; installed: $(du -sm "$root/usr/lib/digitpad" | cut -f1) MB on the disk"
check "every library finds its dependencies" libraries_found /usr/lib/digitpad/lib

step "the command line, as an ordinary user"
check "digitpad --version" as ada digitpad --version
check "predict without a display" as ada env -u DISPLAY digitpad predict seven.jsonl
check "a seven is recognized" grep -q '"label":7' <(as ada env -u DISPLAY digitpad predict --json seven.jsonl)
code=0; as ada env -u DISPLAY digitpad predict missing.png 2> "$out/missing.log" || code=$?
check "a missing file is one sentence and exit code 2" test "$code $(wc -l < "$out/missing.log")" = "2 1"
code=0; as ada env -u DISPLAY digitpad 2> "$out/no-display.log" || code=$?
check "no display is one sentence and exit code 2: $(cat "$out/no-display.log")" test "$code $(wc -l < "$out/no-display.log")" = "2 1"
check "man pages" test -s "$root/usr/share/man/man1/digitpad.1.gz" -a -s "$root/usr/share/man/man1/digitpad-predict.1.gz"
completes() { # completes EXPECTED WORD…: whether completion offers a word after the others
  local expected=$1
  shift
  as ada bash -c '. /usr/share/bash-completion/completions/digitpad
    compopt() { :; } # works only in a real completion
    COMP_WORDS=(digitpad "$@") COMP_CWORD=$#; _complete_digitpad; printf "%s\n" "${COMPREPLY[@]}"' bash "$@" |
    grep -qx -- "$expected"
}
check "completion of commands" completes predict pre
check "completion of options" completes --recipe train --re
check "completion of models" completes conv-gru evaluate --model co
check "completion of files" completes seven.jsonl predict se
evil='x$(touch ran).png'
as ada touch "$evil"
check "completion of a file that looks like a command" completes "x\$(touch ran).png" predict x
check "  which is not run" test ! -e "$root/home/ada/ran"
as ada rm "$evil"

step "the window, as an ordinary user"
draw ada window digitpad
drawing=/home/ada/.local/share/digitpad/state/draft.jsonl
check "the drawing is saved, and is a seven" grep -q '"label":7' <(as ada env -u DISPLAY digitpad predict --json "$drawing")

step "train an epoch"
as ada env -u DISPLAY timeout -s TERM 1.1 digitpad train --data builtin --epochs 1 --out my.safetensors > /dev/null 2>&1 || true
check "train --data builtin --epochs 1" as ada env -u DISPLAY digitpad train --data builtin --epochs 1 --out my.safetensors
check "no unpacked library is left" test "$(ls -A "$root/var/tmp")" = seven.jsonl
draw ada window-with-model digitpad my.safetensors

step "remove it"
in_root apt-get autoremove --purge -y digitpad > "$out/apt-purge.log" 2>&1
in_root find / -xdev -not -path '/proc/*' -not -path '/dev/*' | sort > "$work/after"
# Ignores the package manager's own files, and those of systemd, which GTK's packages install.
comm -13 "$work/before" "$work/after" |
  grep -vE '^/var/(lib/(apt|dpkg|systemd|private)|cache|log)(/|$)|^/(home/ada|root|run)/|^/etc/(ld\.so\.cache|passwd-|group-|machine-id|mtab)' > "$out/left.txt" || true
sed 's/^/      left: /' "$out/left.txt"
check "only the user's own data is left" test ! -s "$out/left.txt"
# fonts and the graphics driver keep caches for every program
find "$root/home/ada" -mindepth 1 -newer "$work/before" ! -path '*/.cache/fontconfig*' ! -path '*/.cache/mesa_*' -printf '%P\n' |
  sort > "$out/home.txt"
check "no cache is left in the home: $(tr '\n' ' ' < "$out/home.txt")" \
  test -z "$(grep -vE '^(my\.safetensors.*|\.local(/share(/digitpad(/.*)?)?)?|\.cache)$' "$out/home.txt")"

step "the app image on a path with spaces and other letters, read-only, in a POSIX locale"
in_root apt-get install -y --no-install-recommends libgtk-3-0 libgl1 libxtst6 libxxf86vm1 fonts-dejavu-core fontconfig > "$out/apt-desktop.log" 2>&1
pass "GTK 3, which every desktop has, is installed"
folder="/opt/Ziffern üben – 数字"
mkdir -p "$root$folder"
tar -xzf "$image" -C "$root$folder"
chmod -R a-w "$root$folder"
check "predict" as ada env -u DISPLAY "$folder/digitpad/bin/digitpad" predict seven.jsonl
check "train" as ada env -u DISPLAY "$folder/digitpad/bin/digitpad" train --data builtin --epochs 1 --out other.safetensors
draw ada image "$folder/digitpad/bin/digitpad"

step "a home that cannot be written"
draw guest image-without-home "$folder/digitpad/bin/digitpad"
check "predict" as guest env -u DISPLAY "$folder/digitpad/bin/digitpad" predict /var/tmp/seven.jsonl
check "train" as guest env -u DISPLAY "$folder/digitpad/bin/digitpad" train --data builtin --epochs 1 --out /tmp/guest.safetensors
check "the home is unchanged" test -z "$(ls -A "$root/home/guest")"
code=0; as guest env -u DISPLAY "$folder/digitpad/bin/digitpad" train --data builtin --epochs 1 --out guest.safetensors 2> "$out/unwritable.log" || code=$?
check "training into it is refused: $(tail -1 "$out/unwritable.log")" test "$code" = 2

printf '\n'
if ((failures > 0)); then
  echo "$failures failed; see $out"
  exit 1
fi
echo "all passed; see $out"

#!/bin/sh
# Builds the app image (.tar.gz) and the Debian package from the files that build.xml prepares in target/installer.
#   package.sh VERSION PLATFORM TOOLS JVM_OPTIONS
# VERSION as in the pom, PLATFORM as JavaCPP names it, TOOLS the folder with jpackage.
set -eu
version=$1 platform=$2 tools=$3 jvm_options=$4
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/installer
work=$root/target/installer
umask 022

for tool in chrpath dpkg-deb dpkg-shlibdeps strip zstd; do
  command -v "$tool" > /dev/null || {
    echo "installer: $tool is missing; apt-get install binutils chrpath dpkg-dev zstd" >&2
    exit 1
  }
done

# --- native libraries next to the program: JavaCPP would unpack them into every home
natives=$work/natives
# every system has a newer one
rm -f "$natives/libgcc_s.so.1"
chmod 644 "$natives"/*
strip --strip-unneeded "$natives"/*
# they look for each other in folders of the machine that built them, where anybody could put a library
for library in "$natives"/libjni*; do
  chrpath --replace '$ORIGIN' "$library" > /dev/null
done
# one copy of OpenBLAS for inference and for ND4J
ln -s libopenblas.so.0 "$natives/libopenblas_nolapack.so.0"
# NativeLibraries unpacks it for training, and supports only windows of up to 8 MB
zstd -q --rm -9 --zstd=wlog=23 "$natives/libnd4jcpu.so"

# --- the app image
image=$work/image/digitpad
rm -rf "$work/image"
"$tools/jpackage" --type app-image --name digitpad --dest "$work/image" \
  --app-version "${version%%-*}" --icon "$here/icon/digitpad-512.png" \
  --input "$work/input" --main-jar digitpad.jar --main-class org.digitpad.Launcher \
  --runtime-image "$work/runtime"
# A script replaces jpackage's launcher, see README.md.
rm -f "$image/bin/digitpad" "$image/lib/libapplauncher.so" "$image/lib/app/digitpad.cfg" "$image/lib/app/.jpackage.xml"
sed "s|@JVM_OPTIONS@|$jvm_options|" "$here/linux/digitpad" > "$image/bin/digitpad"
chmod 755 "$image/bin/digitpad"
# the runtime is not meant for other programs
find "$image/lib/runtime/bin" -type f ! -name java -delete
cp -a "$natives" "$image/lib/app/natives"
mkdir -p "$image/share"
cp "$work/docs/digitpad.bash" "$image/share/digitpad.bash"
cp -r "$work/docs/man1" "$image/share/man1"
chmod -R u+w,go+rX "$image"

tar -C "$work/image" --owner=0 --group=0 --sort=name -czf "$work/digitpad-$version-$platform.tar.gz" digitpad

# --- the Debian package: a plain tree, so dpkg owns every file
deb=$work/deb
rm -rf "$deb"
doc=$deb/usr/share/doc/digitpad
mkdir -p "$deb/usr/lib" "$deb/usr/bin" "$deb/usr/share/man/man1" "$deb/usr/share/bash-completion/completions" "$doc" \
  "$deb/usr/share/applications" "$deb/usr/share/mime/packages" "$deb/usr/share/icons/hicolor/scalable/apps" "$deb/DEBIAN"
cp -a "$image" "$deb/usr/lib/digitpad"
rm -r "$deb/usr/lib/digitpad/share"
ln -s ../lib/digitpad/bin/digitpad "$deb/usr/bin/digitpad"
install -m 644 "$image/share/digitpad.bash" "$deb/usr/share/bash-completion/completions/digitpad"
install -m 644 "$image"/share/man1/*.1 "$deb/usr/share/man/man1"
gzip -9n "$deb"/usr/share/man/man1/*.1
install -m 644 "$here/linux/digitpad.desktop" "$deb/usr/share/applications/digitpad.desktop"
install -m 644 "$here/linux/digitpad-mime.xml" "$deb/usr/share/mime/packages/digitpad.xml"
install -m 644 "$here/icon/digitpad.svg" "$deb/usr/share/icons/hicolor/scalable/apps/digitpad.svg"
for side in 16 24 32 48 64 128 256 512; do
  install -D -m 644 "$here/icon/digitpad-$side.png" "$deb/usr/share/icons/hicolor/${side}x$side/apps/digitpad.png"
done
install -m 644 "$here/linux/copyright" "$doc/copyright"
gzip -9nc "$root/CHANGELOG.md" > "$doc/changelog.gz"

case $platform in
  linux-arm64) architecture=arm64 ;;
  *) architecture=amd64 ;;
esac
debian_version=$(echo "$version" | sed 's/-/~/')

# The packages that the libraries depend on, on the system that builds. libquadmath is next to the others, but only they
# find it.
mkdir -p "$work/shlibs/debian"
printf 'Source: digitpad\nPackage: digitpad\nArchitecture: %s\n' "$architecture" > "$work/shlibs/debian/control"
(cd "$work/shlibs" && find "$deb/usr/lib/digitpad" -type f \( -name '*.so' -o -name '*.so.[0-9]' -o -path '*/runtime/bin/java' \) -print0 |
  xargs -0 dpkg-shlibdeps -O --ignore-missing-info -xlibquadmath0 -l"$deb/usr/lib/digitpad/lib/runtime/lib" \
    -l"$deb/usr/lib/digitpad/lib/runtime/lib/server" -l"$deb/usr/lib/digitpad/lib/app/natives" > linked 2> warnings) || {
  cat "$work/shlibs/warnings" >&2
  exit 1
}
linked=$(sed 's/^shlibs:Depends=//' "$work/shlibs/linked")

sed -e "s|@VERSION@|$debian_version|" -e "s|@ARCHITECTURE@|$architecture|" -e "s|@DEPENDS@|$linked|" \
  -e "s|@SIZE@|$(du -sk --apparent-size "$deb/usr" | cut -f1)|" "$here/linux/control" > "$deb/DEBIAN/control"
(cd "$deb" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
dpkg-deb --root-owner-group -Zxz -b "$deb" "$work/digitpad_${debian_version}_$architecture.deb"

#!/bin/sh
# Installs the system libraries that Qt needs on Debian and Ubuntu, or says which line to run.
set -eu
PATH="$PATH:/usr/sbin:/sbin" # where ldconfig is, for those who are not root

need=""
have() { ldconfig -p 2>/dev/null | grep -q "$1"; }
have libGL.so.1         || need="$need libgl1"
have libEGL.so.1        || need="$need libegl1"
have libxkbcommon.so.0  || need="$need libxkbcommon0"
have libglib-2.0.so.0   || need="$need libglib2.0-0"
have libfreetype.so.6   || need="$need libfreetype6"
have libfontconfig.so.1 || need="$need libfontconfig1"
have libdbus-1.so.3     || need="$need libdbus-1-3"
if [ "${1:-}" = "window" ]; then
  have libxcb-cursor.so.0      || need="$need libxcb-cursor0"
  have libxcb-icccm.so.4       || need="$need libxcb-icccm4"
  have libxcb-image.so.0       || need="$need libxcb-image0"
  have libxcb-keysyms.so.1     || need="$need libxcb-keysyms1"
  have libxcb-randr.so.0       || need="$need libxcb-randr0"
  have libxcb-render-util.so.0 || need="$need libxcb-render-util0"
  have libxcb-shape.so.0       || need="$need libxcb-shape0"
  have libxcb-xkb.so.1         || need="$need libxcb-xkb1"
  have libxkbcommon-x11.so.0   || need="$need libxkbcommon-x11-0"
fi
if [ "${1:-}" = "test" ]; then
  command -v pdftotext >/dev/null || need="$need poppler-utils"
  command -v qpdf >/dev/null || need="$need qpdf"
  command -v dbus-run-session >/dev/null || need="$need dbus-daemon"
  command -v gnome-keyring-daemon >/dev/null || need="$need gnome-keyring"
  command -v postgres >/dev/null || [ -n "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] || need="$need postgresql"
  command -v age >/dev/null || need="$need age"
fi
[ -z "$need" ] && exit 0

if [ "$(uname)" != "Linux" ] || ! command -v apt-get >/dev/null; then
  echo "These system packages (Debian names) are missing:$need" >&2
  exit 0
fi
if [ "$(id -u)" = "0" ]; then
  apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need >/dev/null
else
  echo "Please run this one line, then the same make command again:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y$need" >&2
  exit 1
fi

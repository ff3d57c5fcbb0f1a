#!/bin/sh
# Double-click this on macOS or Linux: it finds Python and lets start.py set the course up and open it.
cd "$(dirname "$0")" || exit 2

hold() {
    # A window that closes at once would take the message with it.
    if [ -t 0 ]; then
        printf '\n按回车键关闭。Press Return to close.\n'
        read -r _
    fi
    exit "$1"
}

if [ ! -f start.py ]; then
    exec >&2
    echo '课程的文件不全。请下载整门课程的 ZIP，完整解压到一个文件夹，再双击那里的 start.command。'
    echo 'Files of the course are missing. Download the ZIP of the whole course, unpack all of it into a folder,'
    echo 'and double-click start.command in that folder.'
    hold 2
fi

for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        "$python" start.py "$@"
        status=$?
        case $status in 0 | 130) exit $status ;; esac
        hold $status
    fi
done

exec >&2
echo '没有找到 Python 3.11 或更新的版本。macOS：请到 python.org 下载，装好后再双击一次。'
echo 'Debian、Ubuntu：sudo apt install python3 python3-venv'
echo 'Python 3.11 or newer was not found. On macOS, download it from python.org, install it, and double-click again.'
echo 'On Debian or Ubuntu: sudo apt install python3 python3-venv'
hold 2

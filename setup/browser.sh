#!/bin/sh
# A browser for pages that need one: the system's Chromium, else Playwright's own, else Debian's package.
# Without any, everything else works: say so in one sentence and go on.
bin=$1

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

"$bin/playwright" install chromium >/dev/null 2>&1 && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 && exit 0
fi

echo "No browser could be installed, so sources that need one are skipped: install Chromium and run 'make setup' again."
exit 0

#!/usr/bin/env bash
# purecloud-platform-client-v2 262.0.0 (npm), the Genesys Cloud SDK: its package.json lists a LICENSE among the files to publish and
# names MIT, but the published package holds no licence text. Whoever bundles it has to get the text, with its copyright line, from
# somewhere else.
# Output seen: listed: LICENSE · licence: MIT · licence texts in the package: 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm pack --silent purecloud-platform-client-v2@262.0.0 >/dev/null
tar -xzf purecloud-platform-client-v2-262.0.0.tgz
listed=$(node -p 'require("./package/package.json").files.filter((name) => /licen[cs]e/i.test(name)).join()')
licence=$(node -p 'require("./package/package.json").license')
texts=$(find package -type f \( -iname 'licen[cs]e' -o -iname 'licen[cs]e.*' -o -iname 'copying*' -o -iname 'notice*' \) | wc -l | tr -d ' ')
echo "listed: $listed · licence: $licence · licence texts in the package: $texts"
[ "$listed" = LICENSE ] && [ "$licence" = MIT ] && [ "$texts" = 0 ]

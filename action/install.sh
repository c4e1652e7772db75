# Makes scscheck ready to run and says where it is, in the step's output "program".
# SCSCHECK_VERSION: a version of the package; empty for the action's own, which is built once.
set -euo pipefail

home="$GITHUB_ACTION_PATH"
version="${SCSCHECK_VERSION:-}"
if [ -n "$version" ]; then
  # A version or a tag, and no path, address or other package.
  if ! printf '%s\n' "$version" | grep -qxE '[0-9A-Za-z^~][0-9A-Za-z.+-]{0,63}'; then
    echo '::error title=scscheck::the input "version" is no version of a package, as 1.2.3 is'
    exit 2
  fi
  home="$RUNNER_TEMP/scscheck-package"
  npm install --prefix "$home" --no-save --ignore-scripts --no-fund --no-audit --loglevel error "scscheck@$version" >&2
  home="$home/node_modules/scscheck"
elif [ ! -f "$home/dist/cli.js" ]; then
  cd "$home"
  npm ci --ignore-scripts --no-fund --no-audit --loglevel error >&2
  npm run --silent build >&2
fi
echo "program=$home/dist/cli.js" >>"$GITHUB_OUTPUT"

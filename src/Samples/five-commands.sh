#!/usr/bin/env bash
# From `dotnet new` to a working fallback in five commands, with the time of each. No API key is needed: fake providers run on this
# machine. Nothing is left behind: templates, packages and the new app are in a folder that is removed at the end.
#
#   src/Samples/five-commands.sh                  packs the packages of this repository first, because they may not be published yet
#   src/Samples/five-commands.sh --feed FOLDER    uses the packed packages in a folder
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
feed=$work/feed
[[ ${1:-} == --feed ]] && feed=$(cd "$2" && pwd)

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

jobs=()
clean_up() {
    for job in "${jobs[@]:-}"; do
        if [[ -n $job ]]; then
            kill "$job" 2> /dev/null || true
            wait "$job" 2> /dev/null || true
        fi
    done
    rm -rf "$work"
}
trap clean_up EXIT

# wait_for FILE TEXT JOB: waits until the job has written the text to the file.
wait_for() {
    until grep -q "$2" "$1"; do
        if ! kill -0 "$3" 2> /dev/null; then
            cat "$1"
            exit 1
        fi
        sleep 0.1
    done
}

# quietly COMMAND...: runs a command, and prints its output only if it fails.
quietly() { "$@" > "$work/quiet.log" 2>&1 || { cat "$work/quiet.log"; exit 1; }; }

now() { echo "${EPOCHREALTIME:-$(date +%s).0}" | tr , .; }

# Templates are installed in the folder of this run, not for the user. Background programs are started through env, without this function, so that
# the job that is ended is the program itself.
dotnet() {
    if [[ $1 == new ]]; then command dotnet "$@" --debug:custom-hive "$work/hive"; else command dotnet "$@"; fi
}

number=0
announce() {
    number=$((number + 1))
    printf '\n%d. %s\n' "$number" "$*"
    begin=$(now)
}
took() { awk -v begin="$begin" -v end="$(now)" 'BEGIN { printf "   %.1f s\n", end - begin }'; }
run() {
    announce "$*"
    "$@" | sed 's/^/   /'
    took
}

if [[ $feed == "$work/feed" ]]; then
    echo "Packing the packages of this repository: they are the source of the commands below."
    version=
    for project in FailScope FailScope.AspNetCore FailScope.Extensions.AI FailScope.Extensions.AI.OpenAI FailScope.Templates; do
        # All packages get the version of the first one, even if someone commits in the meantime.
        quietly dotnet pack "$root/src/$project" --output "$feed" "-p:MinVerVersionOverride=$version"
        version=$(basename "$feed"/FailScope.[0-9]*.nupkg .nupkg)
        version=${version#FailScope.}
    done
fi

echo "Starting providers on this machine. The account at the first one is empty."
quietly dotnet build "$root/src/Samples/FakeProviders"
env dotnet run --project "$root/src/Samples/FakeProviders" --no-build > "$work/providers.env" 2> "$work/providers.log" &
jobs+=($!)
wait_for "$work/providers.log" Ready $!
# shellcheck disable=SC1091
source "$work/providers.env"

packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
cat > "$work/nuget.config" << CONFIG
<configuration>
  <packageSources><add key="this-repository" value="$feed" /></packageSources>
  <fallbackPackageFolders><add key="machine" value="$packages" /></fallbackPackageFolders>
</configuration>
CONFIG
export NUGET_PACKAGES=$work/packages
version=$(basename "$feed"/FailScope.Templates.*.nupkg .nupkg)
version=${version#FailScope.Templates.}
cd "$work"

run dotnet new install "FailScope.Templates@$version"
run dotnet new failscope-api --name Shop
run dotnet build Shop

announce dotnet run --project Shop --no-build --urls http://127.0.0.1:0
env dotnet run --project Shop --no-build --urls http://127.0.0.1:0 > app.log 2>&1 &
jobs+=($!)
wait_for app.log 'Now listening on' $!
address=$(sed -n 's/.*Now listening on: //p' app.log)
echo "   listening on $address"
took

run curl --silent --show-error --no-buffer "$address/chat" --header 'Content-Type: application/json' --data '{"text":"Which model are you?"}'

printf '\nThe second model answered. What the app logged of the first:\n'
sed -n '/FailScope/,$ s/^/   /p' app.log

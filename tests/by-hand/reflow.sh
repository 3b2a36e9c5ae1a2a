#!/usr/bin/env bash
# A look at the prompt in tmux, which reflows lines on a resize as vt100 does not. Run by hand; prints the pane after each step.
# Good: one heading, one prompt with the time left, one copy of the text in each picture.
set -euo pipefail
command -v tmux >/dev/null || { echo "tmux is missing" >&2; exit 1; }
viva=${1:-$(dirname "$0")/../../target/debug/viva}
data=$(mktemp -d)
session="viva-reflow-$$"
trap 'tmux kill-session -t "$session" 2>/dev/null; rm -rf "$data"' EXIT
show() { sleep 1; echo "--- $1"; tmux capture-pane -p -t "$session" | sed '/^$/N;/^\n$/D'; }

tmux new-session -d -s "$session" -x 100 -y 30 "VIVA_DATA_DIR=$data $viva interview --question ownership --per-question 3m"
sleep 1
for word in every value has exactly one owner and when that owner goes out of scope the value is dropped at once; do
    tmux send-keys -t "$session" "$word" Space
done
show "100x30, one wrapped line"
tmux resize-window -t "$session" -x 60 -y 14
show "60x14"
tmux resize-window -t "$session" -x 40 -y 12
show "40x12"
tmux resize-window -t "$session" -x 100 -y 30
show "100x30 again"
tmux send-keys -t "$session" C-z
show "suspended"
tmux send-keys -t "$session" C-d
sleep 1
echo "--- kept: $(VIVA_DATA_DIR=$data "$viva" history --json | grep -c '"number"') attempt(s)"

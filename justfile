# The everyday commands; `just` alone lists them.
_default:
    @just --list

# A mock interview
interview *args:
    cargo run --release -- interview {{ args }}

# Everything that CI runs
ci:
    bash .ci/run

# All tests
test:
    cargo test

# Long runs with their figures: shuffled answers, time by length, killed writers
soak:
    cargo test --release --test soak -- --nocapture --test-threads 1

# Format, lints and documentation, as CI wants them
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items

# Grade the built-in pack's own examples, samples and model answers
check *args:
    cargo run -- pack check {{ args }}

# Write the committed schemas anew
schemas:
    for file in question rubric lexicon; do cargo run -q -- pack schema $file > schemas/$file.schema.json; done

# Accept the snapshots that the last test run proposed (needs cargo-insta)
accept:
    cargo insta accept

# Agreement of the grader with labelled answers, by question
agreement:
    cargo test --test integration -- --nocapture agreement_with_readers

//! The README's demo is what the program prints.

use std::fs;

use crate::program::viva;

/// The fenced block behind the line `<!-- name -->`.
fn block(readme: &str, name: &str) -> String {
    let after =
        readme.split(&format!("<!-- {name} -->")).nth(1).unwrap_or_else(|| panic!("no block {name:?}"));
    let fenced = after.split("```").nth(1).expect("a fenced block follows");
    fenced.split_once('\n').expect("the block has lines").1.to_owned()
}

#[test]
fn the_demo_is_real_output() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("it is there");
    let answer = block(&readme, "demo answer");
    let run = viva(["score", "ownership"]).input(answer.trim_end()).run();
    assert_eq!(
        run.out.trim_end(),
        block(&readme, "demo output").trim_end(),
        "copy the new output into the README"
    );
}

#[test]
fn the_library_example_and_the_commands_exist() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("it is there");
    for command in ["cargo run --release -- interview", "cargo test"] {
        assert!(readme.contains(command), "{command}");
    }
    let help = viva(["--help"]).run().out;
    for command in ["interview", "practice", "score", "pack"] {
        assert!(help.contains(command) && readme.contains(&format!("viva {command}")), "{command}");
    }
}

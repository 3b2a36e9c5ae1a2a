//! Every screen at 80 and at 40 columns, with and without colour, and for a screen reader.

use std::path::Path;

use crate::pty::{Terminal, alone};
use crate::seeded;

/// What a command draws, escape sequences and all.
fn drawn(arguments: &[&str], columns: u16, data: &Path, environment: &[(&str, &str)]) -> String {
    let mut all = vec![("VIVA_DATA_DIR", data.to_str().expect("UTF-8"))];
    all.extend_from_slice(environment);
    Terminal::long(arguments, columns, &all).drawn_to_the_end().0
}

/// One screen in all its forms: with colour at 80 columns, plain at 40; the other forms must say the same.
fn screen(arguments: &[&str], data: &Path) -> String {
    let coloured = drawn(arguments, 80, data, &[]);
    let plain = strip(&coloured);
    for (what, environment) in [
        ("no colour", ("NO_COLOR", "1")),
        ("a dumb terminal", ("TERM", "dumb")),
        ("a screen reader", ("ACCESSIBLE", "1")),
    ] {
        assert_eq!(drawn(arguments, 80, data, &[environment]), plain, "{what}: {arguments:?}");
    }
    // Code is never broken, nor is a path.
    let folder = data.to_str().expect("UTF-8");
    let narrow = strip(&drawn(arguments, 40, data, &[]));
    for (columns, text) in [(80, &plain), (40, &narrow)] {
        for line in text.lines().filter(|line| !line.starts_with("    ") && !line.contains(folder)) {
            assert!(textwrap::core::display_width(line) <= columns, "wider than {columns}: {line}");
        }
    }
    let visible = coloured.replace('\u{1b}', "\u{241b}");
    format!("$ viva {}\n{visible}\n--- 40 columns\n{narrow}", arguments.join(" ")).replace(folder, "DATA")
}

fn strip(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn screens_that_only_show() {
    let _alone = alone();
    let (seeded, empty) = (seeded::folder(), tempfile::tempdir().expect("a folder"));
    insta::assert_snapshot!("home-first", screen(&[], empty.path()));
    insta::assert_snapshot!("home", screen(&[], seeded.path()));
    insta::assert_snapshot!("list", screen(&["list", "--topic", "ownership"], seeded.path()));
    insta::assert_snapshot!("search", screen(&["list", "reference", "counting"], seeded.path()));
    insta::assert_snapshot!("show", screen(&["show", "rc-vs-arc", "--no-pager"], seeded.path()));
    insta::assert_snapshot!("history", screen(&["history"], seeded.path()));
    insta::assert_snapshot!("attempt", screen(&["history", "show", "3", "--no-pager"], seeded.path()));
    insta::assert_snapshot!("comparison", screen(&["history", "compare", "ownership"], seeded.path()));
    insta::assert_snapshot!("paths", screen(&["paths"], seeded.path()));
}

/// A whole interview, as the screen stands at its end.
fn interview(columns: u16, environment: &[(&str, &str)]) -> String {
    let arguments = [
        "interview",
        "--countdown",
        "off",
        "--no-prediction",
        "--no-follow-ups",
        "--question",
        "ownership",
        "--question",
        "result",
    ];
    // Where nothing is painted every line is a block; else an empty line ends one.
    let plain = environment.contains(&("ACCESSIBLE", "1"));
    let first = if plain { "Moves copy all the heap data.\r" } else { "Moves copy all the heap data.\r\r" };
    let mut terminal = Terminal::long(&arguments, columns, environment);
    terminal.wait_for("Question 1 of 2").wait_for("> ");
    terminal.keys(first).wait_for(". ").keys("/hint\r").wait_for("Hint:").wait_for(". ");
    terminal.keys("/submit\r").wait_for("A model answer").wait_for("Press Enter").wait_for("> ").keys("\r");
    terminal.wait_for("Question 2 of 2").wait_for("> ").keys("/skip\r").wait_for("Summary");
    let (_, shown) = terminal.drawn_to_the_end();
    let time = regex::Regex::new(r"0:0\d").expect("it is fixed");
    time.replace_all(&shown, "0:0N").into_owned()
}

#[test]
fn screens_of_an_interview() {
    let _alone = alone();
    insta::assert_snapshot!("interview-80", interview(80, &[]));
    insta::assert_snapshot!("interview-40", interview(40, &[("NO_COLOR", "1")]));
    insta::assert_snapshot!("interview-accessible", interview(80, &[("ACCESSIBLE", "1")]));
}

#[test]
fn the_screen_of_studying() {
    let _alone = alone();
    let arguments = ["study", "rc-vs-arc", "--no-pager"];
    for (name, columns, environment) in [
        ("study-80", 80, &[][..]),
        ("study-40", 40, &[("NO_COLOR", "1")]),
        ("study-accessible", 80, &[("ACCESSIBLE", "1")]),
    ] {
        let mut terminal = Terminal::long(&arguments, columns, environment);
        terminal.wait_for("Any key").keys("\r").wait_for("viva practice rc-vs-arc");
        let (_, shown) = terminal.drawn_to_the_end();
        // Whether the key itself shows as an empty line depends on when it comes.
        let lines: Vec<&str> = shown.lines().filter(|line| !line.is_empty()).collect();
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}

//! Places, configuration, completions, manual page.

use std::fs;

use serde_json::Value;

use crate::program::viva;

#[test]
fn every_shell_gets_a_script_and_every_command_a_page() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = viva(["completions", shell]).run();
        assert!(run.status == 0 && run.out.contains("interview") && run.out.contains("data-dir"), "{shell}");
    }
    let page = viva(["man"]).run().out;
    assert!(page.contains(".TH viva 1") && page.contains("history"), "{page}");
    assert!(viva(["man", "history"]).run().out.contains("\\-\\-export"));
    let run = viva(["man", "histroy"]).run();
    assert!(run.status == 2 && run.err.contains("did you mean \"history\""), "{}", run.err);
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_configuration() {
    let data = tempfile::tempdir().expect("a folder");
    let config = data.path().join("config.toml");
    fs::write(&config, "color = \"always\"\nnumber = 3\nper-question = \"90s\"\n").expect("written");
    let paths: Value =
        serde_json::from_str(&viva(["paths", "--json"]).data(data.path()).run().out).expect("JSON");
    assert_eq!((&paths["settings"]["number"], &paths["config"]["exists"]), (&3.into(), &true.into()));
    assert_eq!(paths["decided_by"], "VIVA_DATA_DIR");
    let coloured = |program: crate::program::Program| program.data(data.path()).run().out.contains('\u{1b}');
    assert!(coloured(viva(["list"])));
    assert!(!coloured(viva(["list"]).environment("NO_COLOR", "1")));
    assert!(coloured(viva(["list", "--color", "always"]).environment("NO_COLOR", "1")));
    assert!(!coloured(viva(["list", "--color", "never"])));
    let other = tempfile::tempdir().expect("a folder");
    let named = viva(["paths", "--json", "--data-dir", other.path().to_str().expect("UTF-8")]);
    let paths: Value = serde_json::from_str(&named.data(data.path()).run().out).expect("JSON");
    assert_eq!((&paths["decided_by"], &paths["settings"]["number"]), (&"--data-dir".into(), &Value::Null));
}

#[test]
fn a_faulty_configuration_is_named_with_its_line() {
    for (text, said) in [
        ("colour = \"always\"\n", "unknown field `colour`"),
        ("number = 3\nnumber", "line 2"),
        ("number = 900\n", "between 1 and 100"),
        ("per-question = \"soon\"\n", "is no time"),
        ("feedback = \"never\"\n", "each"),
    ] {
        let data = tempfile::tempdir().expect("a folder");
        fs::write(data.path().join("config.toml"), text).expect("written");
        let run = viva(["list"]).data(data.path()).run();
        assert!(
            run.status == 2 && run.err.contains("config.toml") && run.err.contains(said),
            "{text}: {}",
            run.err
        );
        // What needs no configuration works on.
        assert_eq!(viva(["completions", "bash"]).data(data.path()).run().status, 0);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    for command in ["list", "show result", "man", "history"] {
        let line = format!("set -o pipefail; {} {command} | head -1 >/dev/null", env!("CARGO_BIN_EXE_viva"));
        let data = crate::seeded::folder();
        let run = std::process::Command::new("bash")
            .args(["-c", &line])
            .env("VIVA_DATA_DIR", data.path())
            .output()
            .expect("bash runs");
        assert!(run.status.success() && run.stderr.is_empty(), "{command}: {run:?}");
    }
}

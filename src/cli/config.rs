//! The configuration file. Flags and environment win over it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::args::{ColorChoice, Feedback, Switch};
use super::failure::Failure;

/// A longer file is refused unread: 64 KiB.
const LIMIT: u64 = 64 << 10;

/// `config.toml`; every key may be left out.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// `--color`
    pub(crate) color: Option<ColorChoice>,
    /// `--plain`
    pub(crate) plain: Option<bool>,
    /// `--pack`
    pub(crate) pack: Option<PathBuf>,
    /// The program that long texts are shown with; empty for none.
    pub(crate) pager: Option<String>,
    /// Questions of an interview.
    pub(crate) number: Option<u16>,
    /// `--per-question`
    pub(crate) per_question: Option<String>,
    /// `--feedback`
    pub(crate) feedback: Option<Feedback>,
    /// `--countdown`
    pub(crate) countdown: Option<Switch>,
    /// `--window-title`
    pub(crate) window_title: Option<bool>,
    /// Ask which score is expected.
    pub(crate) prediction: Option<bool>,
    /// Ask follow-up questions.
    pub(crate) follow_ups: Option<bool>,
}

/// What the keys mean, for `viva paths`.
pub(crate) const KEYS: [(&str, &str); 11] = [
    ("color", "\"auto\", \"always\" or \"never\""),
    ("plain", "true for plain lines without repainting"),
    ("pack", "the folder of a pack to use instead of the built-in one"),
    ("pager", "the program that shows long texts; \"\" for none"),
    ("number", "how many questions an interview has"),
    ("per-question", "time for each answer, as \"90s\", \"3m\" or \"1:30\""),
    ("feedback", "\"each\" or \"end\": when verdicts are shown"),
    ("countdown", "\"on\" or \"off\": the time left in the prompt"),
    ("window-title", "true for the time left in the window's title"),
    ("prediction", "false not to be asked which score you expect"),
    ("follow-ups", "false for no follow-up questions"),
];

impl Config {
    /// Reads the file; one that does not exist says nothing.
    ///
    /// # Errors
    /// Where it cannot be read or says something that is not understood.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let unusable = |what: &str| Failure::unusable(format!("{}: {what}", path.display()));
        let mut text = String::new();
        match File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_string(&mut text)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(unusable(&format!("cannot be read: {error}"))),
            Ok(_) if text.len() as u64 > LIMIT => {
                return Err(unusable("is no configuration: it is far too long"));
            }
            Ok(_) => {}
        }
        let config: Self = toml::from_str(&text).map_err(|error| unusable(&error.to_string()))?;
        if config.number.is_some_and(|number| !(1..=100).contains(&number)) {
            return Err(unusable("number: between 1 and 100"));
        }
        if let Some(time) = &config.per_question {
            super::duration::seconds(time).map_err(|error| unusable(&format!("per-question: {error}")))?;
        }
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_explained_and_every_explained_key_exists() {
        for (key, _) in KEYS {
            let value = match key {
                "plain" | "window-title" | "prediction" | "follow-ups" => "true",
                "number" => "7",
                "color" => "\"never\"",
                "countdown" => "\"off\"",
                "feedback" => "\"end\"",
                _ => "\"3m\"",
            };
            toml::from_str::<Config>(&format!("{key} = {value}")).expect(key);
        }
        let all = serde_json::to_value(Config::default()).expect("plain data");
        assert_eq!(all.as_object().map(serde_json::Map::len), Some(KEYS.len()));
    }
}

//! Where files are kept.

use std::env;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::failure::Failure;

/// The program's folders and files.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// Settings.
    pub(crate) config: PathBuf,
    /// The history and all that belongs to it.
    pub(crate) data: PathBuf,
    /// The SQLite file.
    pub(crate) history: PathBuf,
    /// What decided: a flag, a variable or the platform.
    pub(crate) decided_by: &'static str,
}

impl Places {
    /// The folder given by `--data-dir` or `VIVA_DATA_DIR`, else the platform's own.
    ///
    /// # Errors
    /// Where nothing is given and there is no home folder.
    pub(crate) fn find(data_dir: Option<&Path>) -> Result<Self, Failure> {
        if let Some(folder) = data_dir {
            return Ok(Self::together(folder, "--data-dir"));
        }
        if let Some(folder) = env::var_os("VIVA_DATA_DIR").filter(|folder| !folder.is_empty()) {
            return Ok(Self::together(Path::new(&folder), "VIVA_DATA_DIR"));
        }
        let platform = etcetera::choose_base_strategy().map_err(|_| {
            Failure::unusable("there is no home folder; say where to keep the history with --data-dir")
        })?;
        let data = platform.data_dir().join("viva");
        Ok(Self {
            config: platform.config_dir().join("viva").join("config.toml"),
            history: data.join("history.db"),
            data,
            decided_by: "the platform",
        })
    }

    /// Everything in one folder.
    fn together(folder: &Path, decided_by: &'static str) -> Self {
        Self {
            config: folder.join("config.toml"),
            history: folder.join("history.db"),
            data: folder.to_owned(),
            decided_by,
        }
    }
}

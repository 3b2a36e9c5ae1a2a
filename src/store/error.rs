//! Why the history cannot be used, in words that name the file and the way out.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// A fault of the history file. It is never overwritten.
#[derive(Debug, thiserror::Error)]
#[error("{}: {kind}", path.display())]
pub struct StoreError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong.
    pub kind: StoreFault,
}

/// What is wrong with a history file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreFault {
    /// Written by a later version.
    #[error(
        "was written by a newer viva (schema {found}; this one knows {known}); update viva, or keep a history of its own with --data-dir"
    )]
    Newer {
        /// The file's schema.
        found: i64,
        /// The newest schema that this version knows.
        known: i64,
    },
    /// Some other program's database.
    #[error("is a database of another program; name another folder with --data-dir")]
    Foreign,
    /// Damaged, or no database at all.
    #[error(
        "is damaged ({0}); it was left as it is: move it away (with its -wal file) and restore a backup or an export"
    )]
    Corrupt(String),
    /// It cannot be created, opened or written.
    #[error(
        "cannot be opened or written ({0}); check the folder's permissions, or name another with --data-dir"
    )]
    Unwritable(String),
    /// No space left.
    #[error("cannot grow: the disk is full or a quota is reached ({0}); make room and try again")]
    Full(String),
    /// Some other program holds it.
    #[error("is locked by another program; close that and try again")]
    Locked,
    /// Anything else.
    #[error("{0}")]
    Other(rusqlite::Error),
}

impl StoreError {
    /// The fault of a file.
    pub(super) fn of(path: &Path, kind: StoreFault) -> Self {
        Self { path: path.to_owned(), kind }
    }

    /// What SQLite says of a file, in our words.
    pub(super) fn sqlite(path: &Path, error: rusqlite::Error) -> Self {
        let said = error.to_string();
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreFault::Corrupt(said),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreFault::Unwritable(said)
            }
            Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => StoreFault::Full(said),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreFault::Locked,
            _ => StoreFault::Other(error),
        };
        Self::of(path, kind)
    }
}

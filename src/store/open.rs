//! Opening the history file.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use super::error::{StoreError, StoreFault};
use super::schema::{self, Trouble};

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long to wait before trying again what SQLite does not wait for itself.
const PAUSE: Duration = Duration::from_millis(20);

/// An open history file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the file, or creates it with its folder.
    ///
    /// # Errors
    /// Where it cannot be opened or written, is damaged, or was written by a newer version.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            create_private(folder)
                .map_err(|error| StoreError::of(folder, StoreFault::Unwritable(error.to_string())))?;
        }
        Self::connect(path, OpenFlags::SQLITE_OPEN_CREATE)
    }

    /// Opens the file if there is one.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_existing(path: &Path) -> Result<Option<Self>, StoreError> {
        match path.try_exists() {
            Ok(true) => Self::connect(path, OpenFlags::empty()).map(Some),
            Ok(false) => Ok(None),
            Err(error) => Err(StoreError::of(path, StoreFault::Unwritable(error.to_string()))),
        }
    }

    fn connect(path: &Path, create: OpenFlags) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
        let mut connection =
            Connection::open_with_flags(path, flags).map_err(|error| StoreError::sqlite(path, error))?;
        prepare(&mut connection).map_err(|trouble| trouble.of(path))?;
        Ok(Self { connection, path: path.to_owned() })
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the whole file and checks it.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn check(&self) -> Result<(), StoreError> {
        schema::check(&self.connection).map_err(|trouble| trouble.of(&self.path))
    }

    /// An id that no other row has, on this machine or another.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn fresh_uid(&self) -> Result<String, StoreError> {
        self.read(|file| file.query_row("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0)))
    }

    /// Reads; a fault names the file.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&self.connection).map_err(|error| StoreError::sqlite(&self.path, error))
    }

    /// Writes all or nothing; a fault names the file.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let connection = &mut self.connection;
        // Immediate: a transaction that reads before it writes would fail where another process writes in between.
        let all =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).and_then(|transaction| {
                let value = work(&transaction)?;
                transaction.commit()?;
                Ok(value)
            });
        all.map_err(|error| StoreError::sqlite(&self.path, error))
    }
}

fn prepare(connection: &mut Connection) -> Result<(), Trouble> {
    connection.busy_timeout(PATIENCE)?;
    // Before anything is written: a file that is not ours, or newer, stays as it is.
    schema::version(connection)?;
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        switch_to_wal(connection)?;
    }
    // An answer that was acknowledged is on the disk, even when the power fails.
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    schema::migrate(connection)
}

/// SQLite does not wait for other processes here, whatever its timeout says; of several that start on a new file, all
/// but one would fail.
fn switch_to_wal(connection: &Connection) -> rusqlite::Result<()> {
    let mut tries = PATIENCE.as_millis() / PAUSE.as_millis();
    loop {
        match connection.pragma_update(None, "journal_mode", "wal") {
            Err(error) if tries > 0 && error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                tries -= 1;
                std::thread::sleep(PAUSE);
            }
            done => return done,
        }
    }
}

/// Creates a folder that only its owner can read: answers are private.
fn create_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

//! The file's schema: forward-only steps, safe when several processes start at once.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::{StoreError, StoreFault};

/// Step `n` brings a file from version `n` to version `n + 1`.
const STEPS: [&str; 2] = [include_str!("migrations/0001.sql"), include_str!("migrations/0002.sql")];
/// The version that this program reads and writes.
pub(super) const VERSION: i64 = STEPS.len() as i64;
/// "viva" in ASCII: tells our files from other programs' databases.
const APPLICATION: i64 = 0x7669_7661;

/// Looks at header and version only.
pub(super) fn version(connection: &mut Connection) -> Result<i64, Trouble> {
    // One transaction, so that all three numbers are of the same moment: another process may be migrating.
    version_within(&connection.transaction()?)
}

fn version_within(transaction: &Transaction<'_>) -> Result<i64, Trouble> {
    let number = |name: &str| transaction.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let version = number("user_version")?;
    let application = number("application_id")?;
    if application != APPLICATION && (application != 0 || number("schema_version")? != 0) {
        return Err(StoreFault::Foreign.into());
    }
    if version > VERSION {
        return Err(StoreFault::Newer { found: version, known: VERSION }.into());
    }
    Ok(version)
}

/// Brings the file up to this version.
///
/// The version is read again inside the transaction: of several processes that start on a new file, one migrates it,
/// and the others find it done.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Trouble> {
    let found = version(connection)?;
    if found == VERSION {
        return Ok(());
    }
    if found > 0 {
        check(connection)?;
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version_within(&transaction)?;
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or_default()) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// Reads the whole file and compares every page and index.
pub(super) fn check(connection: &Connection) -> Result<(), Trouble> {
    let said: String = connection.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(StoreFault::Corrupt(said).into()) }
}

/// A fault before the file's name is put to it.
pub(super) enum Trouble {
    Sqlite(rusqlite::Error),
    Fault(StoreFault),
}

impl Trouble {
    /// The fault of this file.
    pub(super) fn of(self, path: &Path) -> StoreError {
        match self {
            Self::Sqlite(error) => StoreError::sqlite(path, error),
            Self::Fault(fault) => StoreError::of(path, fault),
        }
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<StoreFault> for Trouble {
    fn from(fault: StoreFault) -> Self {
        Self::Fault(fault)
    }
}

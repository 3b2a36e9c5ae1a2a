//! What the program remembers between runs.

use rusqlite::OptionalExtension as _;

use super::error::StoreError;
use super::open::Store;

impl Store {
    /// What was remembered under a key.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn remembered(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|file| {
            file.query_row("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0)).optional()
        })
    }

    /// Remembers a value under a key.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn remember(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                [key, value],
            )?;
            Ok(())
        })
    }
}

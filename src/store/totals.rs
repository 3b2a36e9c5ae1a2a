//! Running totals by question and by concept.

use rusqlite::{Transaction, params};

use super::columns::{moment, read_word};
use super::error::StoreError;
use super::open::Store;
use crate::record::{ConceptTotal, LastSession, QuestionTotal};

impl Store {
    /// The totals of a pack's questions, by id.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn question_totals(&self, pack: &str) -> Result<Vec<QuestionTotal>, StoreError> {
        self.read(|file| {
            let mut statement = file.prepare(
                "SELECT question, answered, skipped, best, last, last_at FROM question_total WHERE pack = ?1
                 ORDER BY question",
            )?;
            let rows = statement.query_map([pack], |row| {
                Ok(QuestionTotal {
                    question: row.get(0)?,
                    answered: row.get(1)?,
                    skipped: row.get(2)?,
                    best: row.get(3)?,
                    last: row.get(4)?,
                    last_at: moment(row, 5)?,
                })
            })?;
            rows.collect()
        })
    }

    /// The totals of a question's concepts, by id.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn concept_totals(&self, pack: &str, question: &str) -> Result<Vec<ConceptTotal>, StoreError> {
        self.read(|file| {
            let mut statement = file.prepare(
                "SELECT question, concept, explained, named + missed + contradicted, last FROM concept_total
                 WHERE pack = ?1 AND question = ?2 ORDER BY concept",
            )?;
            let rows = statement.query_map([pack, question], |row| {
                Ok(ConceptTotal {
                    question: row.get(0)?,
                    concept: row.get(1)?,
                    explained: row.get(2)?,
                    open: row.get(3)?,
                    last: read_word(row, 4)?,
                })
            })?;
            rows.collect()
        })
    }

    /// The interview of a pack that was begun last.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn last_interview(&self, pack: &str) -> Result<Option<LastSession>, StoreError> {
        self.read(|file| {
            let mut sessions = file.prepare(
                "SELECT s.id, s.started FROM session s
                 WHERE s.kind = 'interview' AND EXISTS (SELECT 1 FROM attempt a WHERE a.session = s.id AND a.pack = ?1)
                 ORDER BY s.started DESC, s.id DESC LIMIT 1",
            )?;
            let found = sessions.query_map([pack], |row| Ok((row.get::<_, i64>(0)?, moment(row, 1)?)))?.next();
            let Some((id, started)) = found.transpose()? else { return Ok(None) };
            let mut attempts =
                file.prepare("SELECT question, score FROM attempt WHERE session = ?1 ORDER BY at, id")?;
            let rows = attempts.query_map([id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
            let mut questions: Vec<(String, Option<u32>)> = Vec::new();
            for row in rows {
                let (question, score) = row?;
                if !questions.iter().any(|(known, _)| *known == question) {
                    questions.push((question, score));
                }
            }
            Ok(Some(LastSession { started, questions }))
        })
    }
}

/// Computes a question's totals anew from its attempts: the one way for writing, importing and deleting.
pub(super) fn refresh(transaction: &Transaction<'_>, pack: &str, question: &str) -> rusqlite::Result<()> {
    let key = params![pack, question];
    transaction.execute("DELETE FROM question_total WHERE pack = ?1 AND question = ?2", key)?;
    transaction.execute("DELETE FROM concept_total WHERE pack = ?1 AND question = ?2", key)?;
    transaction.execute(
        "INSERT INTO question_total (pack, question, answered, skipped, best, last, last_at)
         SELECT pack, question, sum(outcome = 'answered'), sum(outcome = 'skipped'), max(score),
                (SELECT score FROM attempt WHERE pack = ?1 AND question = ?2 AND outcome = 'answered'
                 ORDER BY at DESC, id DESC LIMIT 1),
                max(at)
         FROM attempt WHERE pack = ?1 AND question = ?2 GROUP BY pack, question",
        key,
    )?;
    transaction.execute(
        "INSERT INTO concept_total (pack, question, concept, explained, named, missed, contradicted, last)
         SELECT a.pack, a.question, c.concept, sum(c.level = 'explained'), sum(c.level = 'named'),
                sum(c.level = 'missed'), sum(c.level = 'contradicted'),
                (SELECT l.level FROM concept_result l JOIN attempt b ON b.id = l.attempt
                 WHERE b.pack = ?1 AND b.question = ?2 AND l.concept = c.concept ORDER BY b.at DESC, b.id DESC LIMIT 1)
         FROM concept_result c JOIN attempt a ON a.id = c.attempt
         WHERE a.pack = ?1 AND a.question = ?2 GROUP BY c.concept",
        key,
    )?;
    Ok(())
}

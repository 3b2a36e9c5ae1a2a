//! Attempts: written whole, read back, deleted.

use jiff::Timestamp;
use rusqlite::{Row, Transaction, named_params, params};

use super::columns::{json, moment, read_json, read_word, word};
use super::error::StoreError;
use super::open::Store;
use super::totals::refresh;
use crate::record::{Attempt, SessionKey};

/// Which attempts to read; newest first.
#[derive(Debug, Clone, Default)]
pub struct AttemptFilter {
    /// Only these questions; empty for all.
    pub questions: Vec<String>,
    /// Only from this moment on.
    pub since: Option<Timestamp>,
    /// Only up to this moment.
    pub until: Option<Timestamp>,
    /// Only those with fewer points.
    pub below: Option<u32>,
    /// At most so many.
    pub limit: Option<u32>,
}

const SELECT: &str = "SELECT a.id, a.uid, s.uid, s.kind, s.started, a.pack, a.question, a.outcome, a.at, a.seconds, \
     a.time_limit, a.hints, a.answer, a.verdict, a.rubric, a.prediction, a.overrides, a.follow_up \
     FROM attempt a JOIN session s ON s.id = a.session";

impl Store {
    /// Writes an attempt with its concept results and the running totals, and gives its number.
    ///
    /// # Errors
    /// Where the file cannot be written; nothing of the attempt is in it then.
    pub fn record(&mut self, attempt: &Attempt) -> Result<i64, StoreError> {
        self.write(|transaction| {
            let id = insert(transaction, attempt)?;
            refresh(transaction, &attempt.pack, &attempt.question)?;
            Ok(id.unwrap_or_default())
        })
    }

    /// Adds what was asked after the attempt was written: prediction, near misses, follow-up question.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn amend(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE attempt SET prediction = ?2, overrides = ?3, follow_up = ?4 WHERE uid = ?1",
                params![
                    attempt.uid,
                    attempt.prediction,
                    replies(attempt),
                    attempt.follow_up.as_ref().map(json),
                ],
            )?;
            Ok(())
        })
    }

    /// The attempts of one session, in the order of answering.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn attempts_of_session(&self, uid: &str) -> Result<Vec<Attempt>, StoreError> {
        self.read(|file| {
            let mut statement = file.prepare(&format!("{SELECT} WHERE s.uid = ?1 ORDER BY a.id"))?;
            statement.query_map([uid], from_row)?.collect()
        })
    }

    /// The attempts that pass a filter, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn attempts(&self, filter: &AttemptFilter) -> Result<Vec<Attempt>, StoreError> {
        self.read(|file| {
            let questions = serde_json::to_string(&filter.questions).unwrap_or_default();
            let mut statement = file.prepare(&format!(
                "{SELECT} WHERE (:all OR a.question IN (SELECT value FROM json_each(:questions)))
                 AND (:since IS NULL OR a.at >= :since) AND (:until IS NULL OR a.at <= :until)
                 AND (:below IS NULL OR a.score < :below)
                 ORDER BY a.at DESC, a.id DESC LIMIT :limit"
            ))?;
            let values = named_params! {
                ":all": filter.questions.is_empty(),
                ":questions": questions,
                ":since": filter.since.map(Timestamp::as_second),
                ":until": filter.until.map(Timestamp::as_second),
                ":below": filter.below,
                ":limit": filter.limit.map_or(-1, i64::from),
            };
            statement.query_map(values, from_row)?.collect()
        })
    }

    /// The attempt with this number.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn attempt(&self, id: i64) -> Result<Option<Attempt>, StoreError> {
        self.read(|file| {
            let mut statement = file.prepare(&format!("{SELECT} WHERE a.id = ?1"))?;
            statement.query_map([id], from_row)?.next().transpose()
        })
    }

    /// Deletes attempts with all that was derived from them; gives how many there were.
    ///
    /// # Errors
    /// Where the file cannot be written; nothing is deleted then.
    pub fn delete(&mut self, ids: &[i64]) -> Result<usize, StoreError> {
        self.write(|transaction| {
            let mut deleted = 0;
            for id in ids {
                let found = transaction
                    .prepare_cached("DELETE FROM attempt WHERE id = ?1 RETURNING pack, question")?
                    .query_map([id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
                    .collect::<rusqlite::Result<Vec<_>>>()?;
                for (pack, question) in found {
                    refresh(transaction, &pack, &question)?;
                    deleted += 1;
                }
            }
            transaction.execute("DELETE FROM session WHERE id NOT IN (SELECT session FROM attempt)", [])?;
            Ok(deleted)
        })
    }
}

/// Writes an attempt unless there is one with its uid; gives its number where it was new.
pub(super) fn insert(transaction: &Transaction<'_>, attempt: &Attempt) -> rusqlite::Result<Option<i64>> {
    let session = &attempt.session;
    transaction.execute(
        "INSERT INTO session (uid, kind, started) VALUES (?1, ?2, ?3) ON CONFLICT (uid) DO NOTHING",
        params![session.uid, word(&session.kind), session.started.as_second()],
    )?;
    let verdict = attempt.verdict.as_ref().map(json);
    let number = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    let added = transaction.execute(
        "INSERT INTO attempt (uid, session, pack, question, outcome, at, seconds, time_limit, hints, answer, score,
             verdict, rubric, prediction, overrides, follow_up)
         VALUES (?1, (SELECT id FROM session WHERE uid = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         ON CONFLICT (uid) DO NOTHING",
        params![
            attempt.uid,
            session.uid,
            attempt.pack,
            attempt.question,
            word(&attempt.outcome),
            attempt.at.as_second(),
            number(attempt.seconds),
            attempt.limit.map(number),
            attempt.hints,
            attempt.answer,
            attempt.verdict.as_ref().map(|verdict| verdict.score),
            verdict,
            attempt.rubric,
            attempt.prediction,
            replies(attempt),
            attempt.follow_up.as_ref().map(json),
        ],
    )?;
    if added == 0 {
        return Ok(None);
    }
    let id = transaction.last_insert_rowid();
    for concept in attempt.verdict.iter().flat_map(|verdict| &verdict.concepts) {
        transaction
            .prepare_cached(
                "INSERT OR IGNORE INTO concept_result (attempt, concept, importance, level) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![id, concept.id, word(&concept.importance), word(&concept.level)])?;
    }
    Ok(Some(id))
}

fn replies(attempt: &Attempt) -> Option<String> {
    (!attempt.near_misses.is_empty()).then(|| json(&attempt.near_misses))
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    let number = |value: i64| u64::try_from(value).unwrap_or_default();
    Ok(Attempt {
        id: row.get(0)?,
        uid: row.get(1)?,
        session: SessionKey { uid: row.get(2)?, kind: read_word(row, 3)?, started: moment(row, 4)? },
        pack: row.get(5)?,
        question: row.get(6)?,
        outcome: read_word(row, 7)?,
        at: moment(row, 8)?,
        seconds: number(row.get(9)?),
        limit: row.get::<_, Option<i64>>(10)?.map(number),
        hints: row.get(11)?,
        answer: row.get(12)?,
        verdict: read_json(row, 13)?,
        rubric: row.get(14)?,
        prediction: row.get(15)?,
        near_misses: read_json(row, 16)?.unwrap_or_default(),
        follow_up: read_json(row, 17)?,
    })
}

//! Keeping every answer the moment it is handed in.

use std::collections::BTreeMap;
use std::io::Write as _;

use super::calendar;
use super::failure::{Failure, complain};
use super::surroundings::Surroundings;
use crate::bank::Pack;
use crate::record::{Attempt, FollowUp, Outcome, SessionKey, SessionKind};
use crate::session::{Item, Reply};
use crate::store::Store;

/// Writes the attempts of one session.
pub(crate) struct Recorder {
    store: Store,
    session: SessionKey,
    /// By question, the attempt that was written last.
    written: BTreeMap<String, Attempt>,
}

impl Recorder {
    /// Opens the history, so that a fault is known before anything is typed.
    pub(crate) fn open(kind: SessionKind, surroundings: &Surroundings) -> Result<Self, Failure> {
        let store = surroundings.history_for_writing()?;
        let session = SessionKey { uid: store.fresh_uid()?, kind, started: surroundings.calendar.now };
        Ok(Self { store, session, written: BTreeMap::new() })
    }

    /// Goes on writing a session that was interrupted.
    pub(crate) fn resume(session: SessionKey, surroundings: &Surroundings) -> Result<Self, Failure> {
        Ok(Self { store: surroundings.history_for_writing()?, session, written: BTreeMap::new() })
    }

    /// The session that is written.
    pub(crate) fn session(&self) -> &SessionKey {
        &self.session
    }

    /// The history, for what else is remembered in it.
    pub(crate) fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// The history, for reading.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Writes the last answer to a question, or that it was skipped.
    ///
    /// Where the history cannot be written, the answer goes to a file of its own, and the user is told.
    pub(crate) fn record(&mut self, item: &Item, pack: &Pack) {
        let attempt = match self.attempt(item, pack) {
            Ok(attempt) => attempt,
            Err(failure) => {
                failure.report();
                return;
            }
        };
        if let Err(error) = self.store.record(&attempt) {
            complain(&format!("your answer could not be kept: {error}"));
            rescue(&attempt);
        }
        self.written.insert(attempt.question.clone(), attempt);
    }

    /// Adds to the last answer what was asked after it.
    pub(crate) fn amend(&mut self, item: &Item) {
        let (Some(attempt), Some(given)) = (self.written.get_mut(&item.question), item.attempt()) else {
            return;
        };
        attempt.prediction = given.prediction;
        attempt.near_misses.clone_from(&given.near_misses);
        attempt.follow_up = given.follow_up.as_ref().map(follow_up);
        if let Err(error) = self.store.amend(attempt) {
            complain(&format!("your reply could not be kept: {error}"));
        }
    }

    fn attempt(&self, item: &Item, pack: &Pack) -> Result<Attempt, Failure> {
        let given = item.attempt().filter(|_| !item.skipped);
        Ok(Attempt {
            id: 0,
            uid: self.store.fresh_uid()?,
            session: self.session.clone(),
            pack: pack.name.clone(),
            question: item.question.clone(),
            outcome: if given.is_some() { Outcome::Answered } else { Outcome::Skipped },
            at: calendar::read()?.now,
            seconds: given.map_or(0, |given| given.seconds),
            limit: item.limit,
            hints: u32::try_from(given.map_or(item.hints(), |given| given.hints)).unwrap_or(u32::MAX),
            answer: given.map(|given| given.answer.clone()).unwrap_or_default(),
            verdict: given.map(|given| given.verdict.clone()),
            rubric: pack.fingerprint(&item.question),
            prediction: None,
            near_misses: BTreeMap::new(),
            follow_up: None,
        })
    }
}

fn follow_up(reply: &Reply) -> FollowUp {
    FollowUp {
        concept: reply.concept.clone(),
        reply: reply.text.clone(),
        level: reply.level,
        score: reply.score,
    }
}

/// Writes an attempt to a file of its own, in the format that `viva history --import` reads.
fn rescue(attempt: &Attempt) {
    let file = tempfile::Builder::new().prefix("viva-answer-").suffix(".jsonl").tempfile();
    let kept = file.and_then(|mut file| {
        writeln!(file, "{}", attempt.line())?;
        file.keep().map_err(|error| error.error)
    });
    complain(&match kept {
        Ok((_, path)) => format!(
            "it is in {path}; once there is room:\n  viva history --import {path}",
            path = path.display()
        ),
        Err(error) => {
            format!("nor could it be written to a file of its own ({error}); copy it from the screen")
        }
    });
}

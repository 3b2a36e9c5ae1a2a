//! A session under way, on disk: after a crash or a closed window it goes on where it was.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::failure::{Failure, complain};
use super::places::Places;
use super::prompt::{Shared, now};
use crate::record::SessionKey;
use crate::session::{Feedback, Reason};

/// Version of the file's format.
const FORMAT: u32 = 1;
/// How often the draft is looked at; a key is on disk twice as fast as promised.
const LOOK: Duration = Duration::from_millis(200);
/// Without a key the time used is written so often.
const IDLE: u32 = 10;
/// A larger file is none of ours.
const LIMIT: u64 = 16 << 20;

/// A session as it is saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Saved {
    format: u32,
    pub(crate) session: SessionKey,
    /// The pack's name, and its folder where it is not built in.
    pub(crate) pack: String,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) feedback: Feedback,
    pub(crate) items: Vec<SavedItem>,
    /// The question being answered.
    pub(crate) at: usize,
    pub(crate) hints: usize,
    /// Milliseconds left for the whole interview, before this question.
    pub(crate) total_left: Option<u64>,
    /// Milliseconds used for this answer.
    pub(crate) used: u64,
    /// The answer as far as it was typed.
    pub(crate) draft: String,
}

/// One question of a saved session.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedItem {
    pub(crate) question: String,
    pub(crate) reason: Reason,
    pub(crate) limit: Option<u64>,
}

impl Saved {
    pub(crate) fn new(
        session: SessionKey,
        (pack, folder): (String, Option<PathBuf>),
        feedback: Feedback,
        items: Vec<SavedItem>,
        total: Option<Duration>,
    ) -> Self {
        let total_left = total.map(milliseconds);
        Self {
            format: FORMAT,
            session,
            pack,
            folder,
            feedback,
            items,
            at: 0,
            hints: 0,
            total_left,
            used: 0,
            draft: String::new(),
        }
    }
}

/// Keeps a saved session up to date until it is over.
pub(crate) struct Bookmark {
    saver: Arc<Saver>,
    stop: Arc<AtomicBool>,
    lock: Lock,
}

/// What writes the file; shared with the thread that watches the draft.
pub(crate) struct Saver {
    path: PathBuf,
    saved: Mutex<Saved>,
    shared: Arc<Shared>,
    /// The question at `at` is being answered.
    asking: AtomicBool,
    /// One writer at a time; once the session is over, none.
    writing: Mutex<bool>,
}

impl Bookmark {
    /// Saves a session and goes on saving it while `shared` changes.
    pub(crate) fn place(saved: Saved, lock: Lock, shared: Arc<Shared>) -> Self {
        let saver = Arc::new(Saver {
            path: lock.path.with_extension("json"),
            saved: Mutex::new(saved),
            shared,
            asking: AtomicBool::new(false),
            writing: Mutex::new(true),
        });
        let stop = Arc::new(AtomicBool::new(false));
        let (watched, stopped) = (Arc::clone(&saver), Arc::clone(&stop));
        thread::spawn(move || watched.watch(&stopped));
        Self { saver, stop, lock }
    }

    /// What saves at once, for the moment when the program is told to go.
    pub(crate) fn saver(&self) -> Arc<Saver> {
        Arc::clone(&self.saver)
    }

    /// A question is being answered; so many hints were taken for it.
    pub(crate) fn ask(&self, at: usize, hints: usize, total_left: Option<Duration>) {
        self.saver.asking.store(true, Ordering::SeqCst);
        self.move_to(at, hints, total_left);
    }

    /// A question was answered; what is typed now is no part of the answer.
    pub(crate) fn answered(&self, at: usize, total_left: Option<Duration>) {
        self.saver.asking.store(false, Ordering::SeqCst);
        self.move_to(at + 1, 0, total_left);
    }

    fn move_to(&self, at: usize, hints: usize, total_left: Option<Duration>) {
        {
            let mut saved = self.saver.saved.lock().unwrap_or_else(PoisonError::into_inner);
            (saved.at, saved.hints, saved.total_left) = (at, hints, total_left.map(milliseconds));
            (saved.draft, saved.used) = (String::new(), 0);
        }
        self.saver.save();
    }

    /// The session is over.
    pub(crate) fn remove(self) {
        self.stop.store(true, Ordering::Relaxed);
        *self.saver.writing.lock().unwrap_or_else(PoisonError::into_inner) = false;
        _ = fs::remove_file(&self.saver.path);
        _ = fs::remove_file(&self.lock.path);
    }

    /// The session is left to be taken up again.
    pub(crate) fn leave(self) {
        self.stop.store(true, Ordering::Relaxed);
        self.saver.save();
    }
}

impl Saver {
    fn watch(&self, stop: &AtomicBool) {
        let (mut seen, mut idle) = (0, 0);
        while !stop.load(Ordering::Relaxed) {
            thread::sleep(LOOK);
            let changes = self.shared.changes();
            idle += 1;
            if changes != seen || idle >= IDLE {
                (seen, idle) = (changes, 0);
                self.save();
            }
        }
    }

    /// Writes the session as it is now: whole, beside the old file, and then in its place.
    pub(crate) fn save(&self) {
        let writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if !*writing {
            return;
        }
        let mut saved = self.saved.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // Between two questions the draft is a reply to something else.
        if self.asking.load(Ordering::SeqCst) {
            saved.draft = self.shared.draft().text();
            saved.used = milliseconds(self.shared.clock().used(now()));
        }
        let draft = self.path.with_extension("new");
        let write = || -> std::io::Result<()> {
            let mut file = File::create(&draft)?;
            serde_json::to_writer(&mut file, &saved)?;
            file.flush()?;
            fs::rename(&draft, &self.path)
        };
        // Nobody to tell while somebody types; the attempt itself is kept elsewhere.
        _ = write();
    }
}

/// Says that a session is at work on its file.
pub(crate) struct Lock {
    path: PathBuf,
    _file: File,
}

/// The folder of saved sessions.
fn folder(places: &Places) -> PathBuf {
    places.data.join("open")
}

/// Takes the lock of a new session, or of one that nobody works on.
pub(crate) fn lock(places: &Places, session: &str) -> Result<Option<Lock>, Failure> {
    let folder = folder(places);
    let path = folder.join(format!("{session}.lock"));
    let named = |error: std::io::Error| Failure::unusable(format!("{}: {error}", path.display()));
    fs::create_dir_all(&folder).map_err(named)?;
    let file = File::create(&path).map_err(named)?;
    Ok(file.try_lock().is_ok().then_some(Lock { path, _file: file }))
}

/// Sessions that were left or interrupted and that nobody works on, the newest first.
pub(crate) fn left_open(places: &Places) -> Vec<(Saved, Lock)> {
    let Ok(entries) = fs::read_dir(folder(places)) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .collect();
    files.sort();
    files.reverse();
    files.into_iter().filter_map(|(_, path)| open(places, &path)).collect()
}

fn open(places: &Places, path: &Path) -> Option<(Saved, Lock)> {
    if fs::metadata(path).ok()?.len() > LIMIT {
        return None;
    }
    let saved = fs::read_to_string(path).ok().and_then(|text| serde_json::from_str::<Saved>(&text).ok());
    let Some(saved) = saved.filter(|saved| saved.format == FORMAT && saved.at <= saved.items.len()) else {
        complain(&format!("{}: is no saved session; it was left as it is", path.display()));
        return None;
    };
    // The name is ours, so that no file says where another is.
    (path.file_stem()? == saved.session.uid.as_str()).then_some(())?;
    let lock = lock(places, &saved.session.uid).ok()??;
    Some((saved, lock))
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

//! Where a pack's files come from: built in, or a folder. The only file of `bank` that reads a disk.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::BankError;

/// A file of a pack larger than this is refused unread: 1 MiB, ten times the largest built-in rubric.
const FILE_LIMIT: u64 = 1 << 20;
/// A folder with more files than this is refused.
const FILES_LIMIT: usize = 2_000;

/// One file of a pack.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// As shown in messages.
    pub path: PathBuf,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// Reads one file, without a byte order mark.
    ///
    /// # Errors
    /// Where it is no regular file, too large, unreadable or not UTF-8.
    pub fn read(path: &Path) -> Result<SourceFile, BankError> {
        let unreadable = |error: std::io::Error| BankError::of_file(path, format!("cannot be read: {error}"));
        // A named pipe would block for ever.
        if !fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(BankError::of_file(path, "is not a regular file").help("move it out of the pack"));
        }
        let mut bytes = Vec::new();
        File::open(path)
            .map_err(unreadable)?
            .take(FILE_LIMIT + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        if bytes.len() as u64 > FILE_LIMIT {
            return Err(BankError::of_file(path, format!("is larger than {} KiB", FILE_LIMIT >> 10)));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            BankError::of_file(path, format!("is not UTF-8 (byte {})", error.utf8_error().valid_up_to()))
                .help("save the file as UTF-8")
        })?;
        // Some editors put a byte order mark in front.
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
        Ok(SourceFile { path: path.to_owned(), text })
    }

    /// The file's name without `.json`.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
    }
}

/// The files of one pack.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The pack's name.
    pub name: String,
    /// `questions/<pack>/*.json`, sorted by name.
    pub questions: Vec<SourceFile>,
    /// `rubrics/<pack>/*.json`, sorted by name, without the lexicon.
    pub rubrics: Vec<SourceFile>,
    /// `rubrics/<pack>/_lexicon.json`
    pub lexicon: Option<SourceFile>,
}

const LEXICON: &str = "_lexicon";

impl Source {
    /// The pack that is built in.
    #[must_use]
    pub fn embedded() -> Self {
        let mut source = Self { name: "rust".to_owned(), ..Self::default() };
        for (path, text) in include!(concat!(env!("OUT_DIR"), "/packs.rs")) {
            source.add(SourceFile { path: PathBuf::from(*path), text: (*text).to_owned() });
        }
        source
    }

    /// The pack in `folder`, which holds `questions` and `rubrics`, or both with one subfolder of the pack's name.
    ///
    /// # Errors
    /// Where a folder is missing or unreadable, a file is too large or not UTF-8, or there are too many files.
    pub fn folder(folder: &Path) -> Result<Self, BankError> {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or("pack").to_owned();
        let mut source = Self { name, ..Self::default() };
        for kind in ["questions", "rubrics"] {
            for path in json_files(&innermost(&folder.join(kind))?)? {
                source.add(SourceFile::read(&path)?);
            }
        }
        Ok(source)
    }

    fn add(&mut self, file: SourceFile) {
        if file.stem() == LEXICON {
            self.lexicon = Some(file);
        } else if file.path.components().any(|part| part.as_os_str() == "questions") {
            self.questions.push(file);
        } else {
            self.rubrics.push(file);
        }
    }
}

/// `folder`, or its only subfolder where it holds no file of its own (`questions/rust`).
fn innermost(folder: &Path) -> Result<PathBuf, BankError> {
    let entries = entries(folder)?;
    match entries.as_slice() {
        [only] if only.is_dir() => Ok(only.clone()),
        _ => Ok(folder.to_owned()),
    }
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, BankError> {
    let mut files = entries(folder)?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    Ok(files)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, BankError> {
    let unreadable = |error: std::io::Error| {
        BankError::of_file(folder, format!("cannot be read: {error}"))
            .help("a pack is a folder that holds `questions` and `rubrics`")
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        paths.push(entry.map_err(unreadable)?.path());
        if paths.len() > FILES_LIMIT {
            return Err(BankError::of_file(folder, format!("holds more than {FILES_LIMIT} files")));
        }
    }
    paths.sort();
    Ok(paths)
}

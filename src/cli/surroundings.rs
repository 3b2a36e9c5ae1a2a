//! What every command may need to know: screen, places, configuration, calendar, pack.

use std::path::{Path, PathBuf};

use super::args::Global;
use super::calendar;
use super::config::Config;
use super::failure::Failure;
use super::places::Places;
use super::screen::Screen;
use crate::bank::{Pack, load_folder};
use crate::report::Calendar;
use crate::store::Store;

/// Flags, environment and configuration, put together.
#[derive(Debug)]
pub(crate) struct Surroundings {
    pub(crate) screen: Screen,
    pub(crate) places: Places,
    pub(crate) config: Config,
    pub(crate) calendar: Calendar,
    /// The folder of the pack in use; none for the built-in one.
    pub(crate) pack: Option<PathBuf>,
    pub(crate) no_pager: bool,
}

impl Surroundings {
    /// Looks around.
    ///
    /// # Errors
    /// Where the configuration is not understood, or no place for files is known.
    pub(crate) fn find(global: &Global) -> Result<Self, Failure> {
        let places = Places::find(global.data_dir.as_deref())?;
        let config = Config::read(&places.config)?;
        Ok(Self {
            screen: Screen::prepare(global, &config),
            pack: global.pack.clone().or_else(|| config.pack.clone()),
            no_pager: global.no_pager,
            calendar: calendar::read()?,
            places,
            config,
        })
    }

    /// The pack in use.
    pub(crate) fn load_pack(&self) -> Result<Pack, Failure> {
        load_pack(self.pack.as_deref())
    }

    /// The history, where there is one.
    pub(crate) fn history(&self) -> Result<Option<Store>, Failure> {
        Ok(Store::open_existing(&self.places.history)?)
    }

    /// The history for a command that can do without: a fault is told, and the command goes on.
    pub(crate) fn history_if_usable(&self) -> Option<Store> {
        Store::open_existing(&self.places.history).unwrap_or_else(|error| {
            super::failure::complain(&format!("{error}\nviva: going on without your history"));
            None
        })
    }

    /// The history for writing; it is created where there is none.
    pub(crate) fn history_for_writing(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.places.history)?)
    }
}

/// The pack in a folder, or the built-in one.
pub(crate) fn load_pack(folder: Option<&Path>) -> Result<Pack, Failure> {
    let Some(folder) = folder else {
        return Pack::embedded().map_err(|error| Failure::Unusable(error.into()));
    };
    load_folder(folder).map_err(|mut errors| {
        let more = errors.len() - 1;
        let error = anyhow::Error::from(errors.remove(0));
        Failure::Unusable(match more {
            0 => error,
            _ => error.context(format!(
                "the pack has {} errors (`viva pack check` shows all); the first",
                more + 1
            )),
        })
    })
}

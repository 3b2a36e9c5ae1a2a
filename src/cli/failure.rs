//! How a command ends when it does not simply end.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use crate::store::{ExchangeError, StoreError};

/// Why a command did not succeed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Misuse, or input that cannot be used: said on standard error, exit status 2.
    Unusable(anyhow::Error),
    /// The reader of our output went away: no error.
    ClosedPipe,
    /// The user interrupted: exit status 130.
    Interrupted,
}

/// What a command comes to.
pub(crate) type Outcome = Result<ExitCode, Failure>;

/// The exit status of a finding, or of a score below the bar.
pub(crate) const FINDING: u8 = 1;

/// A message on standard error. Where even that cannot be written there is nobody to tell.
pub(crate) fn complain(message: &str) {
    _ = writeln!(anstream::stderr(), "viva: {}", crate::report::clean(message));
}

impl Failure {
    /// Unusable input, in a sentence.
    pub(crate) fn unusable(message: impl Display) -> Self {
        Self::Unusable(anyhow::anyhow!("{message}"))
    }

    /// Tells the user and gives the exit status.
    pub(crate) fn report(self) -> ExitCode {
        match self {
            Self::Unusable(error) => {
                complain(&format!("{error:#}"));
                ExitCode::from(2)
            }
            Self::ClosedPipe => ExitCode::SUCCESS,
            Self::Interrupted => ExitCode::from(130),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::Unusable(error.into())
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Unusable(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Unusable(error.into())
    }
}

impl From<ExchangeError> for Failure {
    fn from(error: ExchangeError) -> Self {
        match error {
            ExchangeError::Stream(error) => error.into(),
            error => Self::Unusable(error.into()),
        }
    }
}

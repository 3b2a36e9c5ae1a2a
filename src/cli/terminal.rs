//! The terminal's modes: kept, restored on every way out, and changed for a moment.

#[cfg(unix)]
mod modes {
    use std::io::{self, IsTerminal as _, Write as _};
    use std::sync::OnceLock;

    use nix::sys::signal::Signal;
    use nix::sys::termios::{self, LocalFlags, SetArg, SpecialCharacterIndices, Termios};
    use signal_hook::iterator::Signals;

    /// The modes in which the program found the terminal.
    static FOUND: OnceLock<std::sync::Mutex<Termios>> = OnceLock::new();

    /// Keeps the modes, and sees to it that they are restored when the program is told to go; `farewell` runs first.
    ///
    /// The program then dies of the same signal, so that whoever sent it sees that it worked.
    pub(crate) fn keep(farewell: impl Fn() + Send + 'static) -> io::Result<()> {
        if io::stdin().is_terminal() {
            let found = termios::tcgetattr(io::stdin())?;
            FOUND.get_or_init(|| std::sync::Mutex::new(found));
        }
        let mut signals = Signals::new([Signal::SIGTERM as i32, Signal::SIGHUP as i32])?;
        std::thread::spawn(move || {
            for signal in signals.forever() {
                farewell();
                restore();
                _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
        Ok(())
    }

    /// Restores the modes in which the program found the terminal.
    pub(crate) fn restore() {
        let Some(found) = FOUND.get() else { return };
        let found = found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        _ = termios::tcsetattr(io::stdin(), SetArg::TCSANOW, &found);
        if io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb") {
            // Bracketed paste off, as the line editor turned it on.
            _ = io::stdout().write_all(b"\x1b[?2004l\r\n");
            _ = io::stdout().flush();
        }
    }

    /// Throws away what was typed and not read.
    pub(crate) fn forget_keys() {
        _ = termios::tcflush(io::stdin(), termios::FlushArg::TCIFLUSH);
    }

    /// Lets the terminal hand over keys at once while `work` runs.
    pub(crate) fn by_keys(work: impl FnOnce()) {
        let Ok(found) = termios::tcgetattr(io::stdin()) else { return work() };
        let mut keys = found.clone();
        keys.local_flags.remove(LocalFlags::ICANON);
        keys.control_chars[SpecialCharacterIndices::VMIN as usize] = 1;
        keys.control_chars[SpecialCharacterIndices::VTIME as usize] = 0;
        _ = termios::tcsetattr(io::stdin(), SetArg::TCSANOW, &keys);
        work();
        _ = termios::tcsetattr(io::stdin(), SetArg::TCSANOW, &found);
    }

    /// What wakes the calling thread up from waiting for a key: an interrupt, to it alone.
    pub(crate) fn waker() -> impl Fn() + Send + 'static {
        let main = nix::sys::pthread::pthread_self();
        move || _ = nix::sys::pthread::pthread_kill(main, Signal::SIGINT)
    }

    /// Keeps interrupts from ending the program in the moments when nobody waits for them; tells of each.
    pub(crate) fn heed_interrupts() -> io::Result<std::sync::Arc<std::sync::atomic::AtomicBool>> {
        let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        signal_hook::flag::register(Signal::SIGINT as i32, std::sync::Arc::clone(&flag))?;
        Ok(flag)
    }
}

#[cfg(not(unix))]
mod modes {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    pub(crate) fn keep(_: impl Fn() + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn forget_keys() {}

    pub(crate) fn by_keys(work: impl FnOnce()) {
        work();
    }

    /// There are no signals here: at the deadline any key hands the answer in.
    pub(crate) fn waker() -> impl Fn() + Send + 'static {
        || ()
    }

    pub(crate) fn heed_interrupts() -> io::Result<Arc<AtomicBool>> {
        Ok(Arc::default())
    }
}

pub(crate) use modes::{by_keys, forget_keys, heed_interrupts, keep, waker};

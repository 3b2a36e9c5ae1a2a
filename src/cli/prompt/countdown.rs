//! The prompt that tells the time left. Every form of it is as wide as every other, since rustyline measures once.

use std::sync::Arc;
use std::time::Duration;

use indicatif::{InMemoryTerm, ProgressBar, ProgressDrawTarget, ProgressStyle};
use rustyline::Prompt;

use super::shared::{Shared, now};
use crate::report::signs::{BAD, FAINT, HALF, styled};

/// Cells of the bar.
const CELLS: u16 = 10;
/// On a narrower screen there is no bar.
const ROOM_FOR_A_BAR: usize = 60;
/// The last seconds stand out.
const LAST: usize = 10;
/// What stands in place of the bar then.
const LAST_WORDS: &str = "last 10 s ";

/// One prompt for every second that may be left.
pub(super) struct Countdown {
    shared: Arc<Shared>,
    raw: Vec<String>,
    styled: Vec<String>,
}

impl Countdown {
    /// Prompts for all seconds of `limit`, each before `sign`; without a limit just the sign.
    pub(super) fn new(shared: &Arc<Shared>, limit: Option<Duration>, sign: &str, columns: usize) -> Self {
        let mut countdown = Self { shared: Arc::clone(shared), raw: Vec::new(), styled: Vec::new() };
        let Some(limit) = limit.map(|limit| usize::try_from(limit.as_secs()).unwrap_or(usize::MAX)) else {
            countdown.raw.push(sign.to_owned());
            countdown.styled.push(sign.to_owned());
            return countdown;
        };
        let digits = clock(limit).len();
        let bars = if columns < ROOM_FOR_A_BAR { Vec::new() } else { bars() };
        for left in 0..=limit {
            let filled = (left * usize::from(CELLS)).div_ceil(limit.max(1)).min(bars.len().saturating_sub(1));
            let bar = bars.get(filled).map(|bar| format!(" {bar}")).unwrap_or_default();
            // A word beside the colour, as wide as the bar; where there is no room for one, a sign.
            let last = left <= LAST && limit > LAST;
            let bar = if last && !bar.is_empty() { format!(" {LAST_WORDS}") } else { bar };
            let sign_of_haste = if last { "!" } else { " " };
            let time = format!("[{:>digits$}{bar}]{sign_of_haste}", clock(left));
            let style = match left {
                0..=LAST => BAD.bold(),
                11..=60 => HALF,
                _ => FAINT,
            };
            countdown.styled.push(format!("{}{sign}", styled(style, &time)));
            countdown.raw.push(format!("{time}{sign}"));
        }
        countdown
    }

    fn place(&self) -> usize {
        let left = self.shared.clock().left(now()).map_or(0, |left| left.as_millis().div_ceil(1000));
        usize::try_from(left).unwrap_or(usize::MAX).min(self.raw.len() - 1)
    }
}

impl Prompt for Countdown {
    fn raw(&self) -> &str {
        &self.raw[self.place()]
    }

    fn styled(&self) -> &str {
        if self.shared.colours() { &self.styled[self.place()] } else { self.raw() }
    }
}

fn clock(seconds: usize) -> String {
    crate::report::clock(seconds as u64)
}

/// The bar as text, by filled cells.
fn bars() -> Vec<String> {
    let screen = InMemoryTerm::new(1, CELLS + 2);
    let target = ProgressDrawTarget::term_like_with_hz(Box::new(screen.clone()), 255);
    let bar = ProgressBar::with_draw_target(Some(u64::from(CELLS)), target);
    let style = ProgressStyle::with_template(&format!("{{bar:{CELLS}}}")).expect("the template is fixed");
    bar.set_style(style.progress_chars("##-"));
    (0..=u64::from(CELLS))
        .map(|filled| {
            bar.set_position(filled);
            bar.force_draw();
            screen.contents()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_prompts_are_equally_wide_and_count_down() {
        let shared = Arc::new(Shared::default());
        for columns in [40, 80] {
            let countdown = Countdown::new(&shared, Some(Duration::from_secs(125)), "> ", columns);
            let widths: Vec<usize> =
                countdown.raw.iter().map(|raw| textwrap::core::display_width(raw)).collect();
            assert!(widths.iter().all(|width| *width == widths[0]), "{:?}", countdown.raw);
            assert_eq!(countdown.raw.len(), 126);
            assert!(
                countdown.raw[65].contains("1:05")
                    && countdown.raw[5].contains("]!")
                    && (columns < ROOM_FOR_A_BAR || countdown.raw[5].contains(LAST_WORDS)),
                "{}",
                countdown.raw[5]
            );
            for (raw, styled) in countdown.raw.iter().zip(&countdown.styled) {
                assert_eq!(anstream::adapter::strip_str(styled).to_string(), *raw);
            }
        }
        let bars = bars();
        assert_eq!((bars[0].as_str(), bars[10].as_str()), ("----------", "##########"));
    }
}

//! Durations as people write them.

/// Seconds of `90`, `90s`, `3m` or `1:30`.
///
/// # Errors
/// A sentence that names what was typed and what can be.
pub(crate) fn seconds(typed: &str) -> Result<u64, String> {
    let parsed = match typed.split_once(':') {
        Some((minutes, seconds)) if seconds.len() == 2 => number(seconds)
            .filter(|seconds| *seconds < 60)
            .zip(number(minutes))
            .and_then(|(seconds, minutes)| minutes.checked_mul(60)?.checked_add(seconds)),
        Some(_) => None,
        None => match (typed.strip_suffix('s'), typed.strip_suffix('m')) {
            (Some(seconds), _) => number(seconds),
            (_, Some(minutes)) => number(minutes).and_then(|minutes| minutes.checked_mul(60)),
            _ => number(typed),
        },
    };
    match parsed {
        Some(seconds @ 1..=86_400) => Ok(seconds),
        Some(_) => Err(format!("{typed:?} is no time for an answer: between 1 second and 24 hours")),
        None => Err(format!("{typed:?} is no time; write 90, 90s, 3m or 1:30")),
    }
}

fn number(digits: &str) -> Option<u64> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn the_four_ways_are_read() {
        assert_eq!(["90", "90s", "3m", "1:30"].map(seconds), [Ok(90), Ok(90), Ok(180), Ok(90)]);
        for typed in ["", "x", "-3", "1:3", "1:60", "3h", "0", "99999999999999999999", "999999m", "s"] {
            assert!(seconds(typed).is_err(), "{typed}");
        }
    }
}

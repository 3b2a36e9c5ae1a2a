//! Numbers as people read them.

/// A number with its noun, in the plural where it is not one: `1 hint`, `3 answers`.
#[must_use]
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The mean of scores, rounded half up; none of none.
#[must_use]
pub fn mean(scores: &[u32]) -> Option<u32> {
    let number = u32::try_from(scores.len()).ok().filter(|number| *number > 0)?;
    Some((2 * scores.iter().sum::<u32>() + number) / (2 * number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_up_and_one_is_no_plural() {
        assert_eq!((mean(&[70, 71]), mean(&[70, 70, 71]), mean(&[])), (Some(71), Some(70), None));
        assert_eq!((counted(1, "hint").as_str(), counted(0, "hint").as_str()), ("1 hint", "0 hints"));
    }
}

//! "Did you mean …?"

/// The candidate that is spelt most like `typed`, if any is near enough to be what was meant.
///
/// Near enough is a normalised optimal string alignment similarity of 0.6 or more; the first of equals wins.
#[must_use]
pub fn nearest<'a>(typed: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed: String = typed.to_lowercase().chars().take(100).collect();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let length = typed.chars().count().max(candidate.chars().count()).max(1);
        let distance = strsim::osa_distance(&typed, candidate);
        #[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
        let similarity = 1.0 - distance as f64 / length as f64;
        // A part of the name is what people remember.
        let similarity =
            if typed.len() >= 4 && candidate.contains(&typed) { similarity.max(0.9) } else { similarity };
        if similarity >= 0.6 && best.is_none_or(|(most, _)| similarity > most) {
            best = Some((similarity, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_and_parts_are_recognised_and_strangers_are_not() {
        let ids = ["ownership", "thread-safety", "rc-vs-arc"];
        assert_eq!(nearest("owneship", ids.into_iter()), Some("ownership"));
        assert_eq!(nearest("thread", ids.into_iter()), Some("thread-safety"));
        assert_eq!(nearest("zebra", ids.into_iter()), None);
    }
}

//! From a JSON pointer to the bytes that it stands for, so that messages can point at them.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;

/// The bytes of `json` that `pointer` (RFC 6901) stands for, or of its deepest ancestor that exists.
///
/// Returns the whole text where it is not JSON.
#[must_use]
pub fn locate(json: &str, pointer: &str) -> Range<usize> {
    let Ok(mut value) = serde_json::from_str::<&RawValue>(json) else { return 0..json.len() };
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let child = match step.parse::<usize>() {
            Ok(index) => serde_json::from_str::<Vec<&RawValue>>(value.get())
                .ok()
                .and_then(|items| items.get(index).copied()),
            Err(_) => serde_json::from_str::<BTreeMap<std::borrow::Cow<'_, str>, &RawValue>>(value.get())
                .ok()
                .and_then(|fields| fields.get(step.as_str()).copied()),
        };
        match child {
            Some(child) => value = child,
            None => break,
        }
    }
    let start = value.get().as_ptr() as usize - json.as_ptr() as usize;
    start..start + value.get().len()
}

/// The bytes of `json` that a range of the *decoded* string at `string` (a range that [`locate`] gave) came from.
#[must_use]
pub fn locate_within(json: &str, string: Range<usize>, decoded: Range<usize>) -> Range<usize> {
    let source = &json[string.clone()];
    let mut at = 1; // behind the opening quote
    let mut seen = 0;
    let mut start = None;
    while at < source.len().saturating_sub(1) {
        if seen >= decoded.start && start.is_none() {
            start = Some(at);
        }
        if seen >= decoded.end.max(decoded.start + 1) {
            break;
        }
        let rest = &source[at..];
        let (length, decoded_length) = if rest.starts_with("\\u") {
            (6, decoded_length(rest))
        } else if rest.starts_with('\\') {
            (2, 1)
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            (length, length)
        };
        at += length;
        seen += decoded_length;
    }
    string.start + start.unwrap_or(at)..string.start + at
}

fn decoded_length(escape: &str) -> usize {
    escape
        .get(2..6)
        .and_then(|hex| u32::from_str_radix(hex, 16).ok())
        .and_then(char::from_u32)
        // Half of a surrogate pair; together they make four bytes.
        .map_or(2, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_lead_to_their_bytes() {
        let json = r#"{"a": [1, {"b/c": "x\"y z"}]}"#;
        assert_eq!(&json[locate(json, "/a/0")], "1");
        let string = locate(json, "/a/1/b~1c");
        assert_eq!(&json[string.clone()], r#""x\"y z""#);
        assert_eq!(&json[locate_within(json, string, 2..3)], "y");
        assert_eq!(&json[locate(json, "/a/7")], r#"[1, {"b/c": "x\"y z"}]"#);
    }
}

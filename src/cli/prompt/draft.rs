//! The answer as far as it is typed: blocks that are closed, and the one at the cursor.

/// A block that was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Block {
    text: String,
    /// Closed in the middle of a line, since it filled the screen: the next one goes on behind a space.
    goes_on: bool,
}

/// What is typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    blocks: Vec<Block>,
    /// The block at the cursor, after the last key.
    pub(super) current: String,
}

impl Draft {
    /// A draft that was saved; all of it stands at the cursor again.
    pub(crate) fn restored(text: String) -> Self {
        Self { blocks: Vec::new(), current: text }
    }

    /// All that is typed, the block at the cursor included.
    pub(crate) fn text(&self) -> String {
        let mut text = self.closed();
        if !self.current.trim().is_empty() {
            self.join(&mut text);
            text.push_str(self.current.trim_end());
        }
        text
    }

    /// What stands in closed blocks.
    pub(super) fn closed(&self) -> String {
        let mut text = String::new();
        for (place, block) in self.blocks.iter().enumerate() {
            if place > 0 {
                text.push(if self.blocks[place - 1].goes_on { ' ' } else { '\n' });
            }
            text.push_str(&block.text);
        }
        text
    }

    fn join(&self, text: &mut String) {
        if let Some(last) = self.blocks.last() {
            text.push(if last.goes_on { ' ' } else { '\n' });
        }
    }

    pub(super) fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Closes the block at the cursor, which reads `text`.
    pub(super) fn close(&mut self, text: &str, goes_on: bool) {
        self.current.clear();
        if !text.trim().is_empty() {
            self.blocks.push(Block { text: text.trim_end().to_owned(), goes_on });
        }
    }

    /// Opens the last block again, in place of the one at the cursor.
    pub(super) fn reopen(&mut self) {
        if let Some(block) = self.blocks.pop() {
            self.current = block.text;
        }
    }

    /// Replaces everything by one closed block.
    pub(super) fn replace(&mut self, text: &str) {
        self.blocks.clear();
        self.close(text, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_joined_as_they_were_closed() {
        let mut draft = Draft::default();
        draft.close("one\ntwo  ", false);
        draft.close("three", true);
        draft.close("  ", false);
        draft.current = "four".to_owned();
        assert_eq!(draft.text(), "one\ntwo\nthree four");
        draft.close("four", false);
        draft.reopen();
        assert_eq!((draft.closed().as_str(), draft.current.as_str()), ("one\ntwo\nthree", "four"));
        draft.replace("all new");
        assert_eq!(draft.text(), "all new");
    }
}

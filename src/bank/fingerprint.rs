//! Short names for contents: which rubric graded an answer.

use super::Pack;

/// FNV-1a with 64 bits (Fowler, Noll and Vo): the same on every platform and in every version.
pub(crate) fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Pack {
    /// 16 hexadecimal digits that change with the question's rubric, the rubrics it uses, and the lexicon.
    #[must_use]
    pub fn fingerprint(&self, question: &str) -> String {
        let homes = self.question(question).into_iter().flat_map(|question| question.rubric.sets.keys());
        let rubrics = homes.filter_map(|home| self.rubric_file(home));
        let files = rubrics.chain(self.lexicon_file());
        format!("{:016x}", fnv(files.flat_map(|file| file.text.bytes())))
    }
}

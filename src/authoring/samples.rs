//! Do whole answers get the verdict that a careful reader gave them?

use super::desk::{Desk, matched, phrases, word};
use super::finding::Finding;
use crate::bank::Level;

/// Samples that a question has at least.
const SAMPLES: usize = 6;

impl Desk<'_> {
    /// Every sample gets the verdict that its author wrote down.
    pub(super) fn samples(&mut self) {
        let question = self.question;
        if question.rubric.samples.len() < SAMPLES {
            let title = format!("{} samples, at least {SAMPLES} are wanted", question.rubric.samples.len());
            let finding = Finding::new(
                "samples",
                self.rubric,
                "/samples",
                title,
                "add whole answers with their levels".to_owned(),
            );
            self.report(finding.warning());
        }
        for (index, sample) in question.rubric.samples.iter().enumerate() {
            self.checked.samples += 1;
            let verdict = self.grader.grade(&sample.text);
            for (concept, wanted) in &sample.levels {
                let level = verdict.level(concept).unwrap_or(Level::Missed);
                if level != *wanted {
                    let title = format!(
                        "sample {:?}: {concept} is graded {}, not {}",
                        sample.name,
                        word(level),
                        word(*wanted)
                    );
                    let label = matched(&verdict, concept);
                    self.sample_finding(index, &format!("levels/{concept}"), title, label);
                }
            }
            let found: Vec<&str> = verdict.misconceptions.iter().map(|found| found.id.as_str()).collect();
            let mut wanted: Vec<&str> = sample.misconceptions.iter().map(String::as_str).collect();
            wanted.sort_unstable();
            let mut sorted = found.clone();
            sorted.sort_unstable();
            if sorted != wanted {
                let label = phrases(
                    verdict.misconceptions.iter().flat_map(|m| m.evidence.iter().map(|e| e.phrase.as_str())),
                );
                let title = format!("sample {:?}: misconceptions are {found:?}, not {wanted:?}", sample.name);
                self.sample_finding(index, "misconceptions", title, label);
            }
            if verdict.flags != sample.flags {
                let title = format!(
                    "sample {:?}: flags are {:?}, not {:?}",
                    sample.name, verdict.flags, sample.flags
                );
                self.sample_finding(index, "flags", title, String::new());
            }
            if let Some((least, most)) = sample.score
                && !(least..=most).contains(&verdict.score)
            {
                let title = format!(
                    "sample {:?}: the score is {}, not {least} to {most}",
                    sample.name, verdict.score
                );
                self.sample_finding(index, "score", title, String::new());
            }
        }
    }

    fn sample_finding(&mut self, index: usize, field: &str, title: String, label: String) {
        let finding = Finding::new("sample", self.rubric, &format!("/samples/{index}/{field}"), title, label);
        self.report(finding);
    }
}

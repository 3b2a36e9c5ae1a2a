//! Commands that are typed on a line of their own at the answer prompt.

/// What can be typed instead of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PromptCommand {
    /// Hand the answer in.
    Submit,
    /// Ask for a hint.
    Hint,
    /// Go on with the next question.
    Skip,
    /// Tell the time.
    Time,
    /// Stop the clock until Enter (practice).
    Pause,
    /// Write on in an editor.
    Edit,
    /// End the session.
    Quit,
    /// List the commands.
    Help,
}

impl PromptCommand {
    /// Every command: what is typed, and what it does.
    pub(crate) const ALL: &[(&str, Self, &str)] = &[
        ("/submit", Self::Submit, "hand the answer in (also Ctrl-D or Alt-Enter)"),
        ("/hint", Self::Hint, "one more hint"),
        ("/skip", Self::Skip, "pass over this question"),
        ("/time", Self::Time, "the time used and left"),
        ("/pause", Self::Pause, "stop the clock until you press Enter (practice only)"),
        ("/edit", Self::Edit, "write on in $VISUAL or $EDITOR (also Ctrl-X Ctrl-E)"),
        ("/quit", Self::Quit, "end here, with the summary so far"),
        ("/help", Self::Help, "this list"),
    ];

    /// The command that a line is, if it is one.
    pub(crate) fn of(line: &str) -> Option<Self> {
        let typed = line.trim();
        Self::ALL.iter().find(|(name, ..)| *name == typed).map(|(_, command, _)| *command)
    }

    /// Whether a line is the beginning of a command, as one that the deadline cut off.
    pub(crate) fn begins(line: &str) -> bool {
        let typed = line.trim();
        typed.len() > 1 && Self::ALL.iter().any(|(name, ..)| name.starts_with(typed))
    }

    /// The names that begin with what was typed.
    pub(crate) fn completions(typed: &str) -> Vec<String> {
        Self::ALL
            .iter()
            .map(|(name, ..)| *name)
            .filter(|name| name.starts_with(typed))
            .map(str::to_owned)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::PromptCommand;

    #[test]
    fn only_whole_lines_are_commands() {
        assert_eq!(PromptCommand::of(" /submit "), Some(PromptCommand::Submit));
        assert_eq!(PromptCommand::of("see /submit"), None);
        assert_eq!(PromptCommand::of("/etc/passwd"), None);
        assert_eq!(PromptCommand::completions("/s"), ["/submit", "/skip"]);
    }
}

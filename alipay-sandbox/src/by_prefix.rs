//! What a test has decided about orders or transfers: about those whose number begins in some way, and
//! about all others.

/// A decision for each of the merchant's numbers.
pub(crate) struct ByPrefix<T>(Vec<(String, T)>);

impl<T: Copy> ByPrefix<T> {
    /// Decides about all numbers that begin so, the empty text about all. The longest beginning that
    /// fits wins, and of two decisions about the same the later one.
    pub(crate) fn set(&mut self, beginning: &str, decision: T) {
        self.0.retain(|(known, _)| known != beginning);
        self.0.push((beginning.to_owned(), decision));
    }

    pub(crate) fn of(&self, number: &str) -> Option<T> {
        let fitting = self.0.iter().filter(|(beginning, _)| number.starts_with(beginning.as_str()));
        fitting.max_by_key(|(beginning, _)| beginning.len()).map(|(_, decision)| *decision)
    }
}

impl<T> Default for ByPrefix<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_wins_and_the_last_word_counts() {
        let mut decisions = ByPrefix::default();
        assert_eq!(decisions.of("late-1"), None);
        for (beginning, decision) in [("late-", 1), ("", 2), ("late-2", 3), ("late-", 4)] {
            decisions.set(beginning, decision);
        }
        for (number, decision) in [("late-1", 4), ("late-2", 3), ("late-23", 3), ("late", 2), ("", 2)] {
            assert_eq!(decisions.of(number), Some(decision), "{number}");
        }
    }
}

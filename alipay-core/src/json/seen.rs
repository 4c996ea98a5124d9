//! Which fields of an object have been met.

/// A set of field positions. Only an object with more than 128 declared fields allocates.
#[derive(Default)]
pub(super) struct Seen {
    first: u128,
    rest: Vec<u128>,
}

impl Seen {
    /// Whether the position was not in the set before.
    pub(super) fn insert(&mut self, index: usize) -> bool {
        let (word, bit) = (index / 128, 1 << (index % 128));
        if word > self.rest.len() {
            self.rest.resize(word, 0);
        }
        let Some(bits) = self.word_mut(word) else {
            return false;
        };
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    fn word_mut(&mut self, word: usize) -> Option<&mut u128> {
        match word.checked_sub(1) {
            None => Some(&mut self.first),
            Some(word) => self.rest.get_mut(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_new_once() {
        let mut seen = Seen::default();
        for index in [0, 127, 128, 129, 300, 1, 255, 256] {
            assert!(seen.insert(index), "{index}");
            assert!(!seen.insert(index), "{index}");
        }
        assert_eq!(seen.rest.len(), 2, "as many words as there have to be");
    }
}

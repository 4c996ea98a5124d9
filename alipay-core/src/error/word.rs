//! A word from outside, fit to be printed.

use std::fmt;

/// A short plain word, without spaces and line breaks.
pub(crate) fn is_plain(word: &str) -> bool {
    word.len() <= 128 && word.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Prints a code or a method's name; of anything that is not a short plain word, only its length.
pub(crate) struct Word<'a>(pub(crate) &'a str);

impl fmt::Display for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(word) = self;
        if is_plain(word) { f.write_str(word) } else { write!(f, "<{} bytes>", word.len()) }
    }
}

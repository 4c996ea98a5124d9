//! A word from outside, fit to be printed.

use std::fmt;

/// Prints a code or a method's name; of anything that is not a short plain word, only its length.
pub(crate) struct Word<'a>(pub(crate) &'a str);

impl fmt::Display for Word<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(word) = self;
        if word.len() <= 128 && word.bytes().all(|byte| byte.is_ascii_graphic()) {
            f.write_str(word)
        } else {
            write!(f, "<{} bytes>", word.len())
        }
    }
}

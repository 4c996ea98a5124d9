//! Without the feature `encryption` there is no content key, and nothing to do with one.

use std::convert::Infallible;

use super::Encryption;

/// No value exists.
#[derive(Clone)]
pub(crate) enum ContentKey {}

impl ContentKey {
    pub(crate) fn encrypt(&self, _: &[u8], _: Encryption) -> Result<String, Infallible> {
        match *self {}
    }

    pub(crate) fn decrypt(&self, _: &str, _: Encryption) -> Option<Vec<u8>> {
        match *self {}
    }
}

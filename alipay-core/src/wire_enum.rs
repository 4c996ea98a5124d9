//! Enums whose values are words on the wire.

use crate::record::{Mismatch, Scalar, Token};
use crate::schema::EnumSchema;

/// An enum of words. Derived; the last variant is `Unknown(String)`.
///
/// A word that the declaration does not list is kept when it is read, and refused when it is sent
/// unless the call allows it by name: the platform adds values without notice, and a typing mistake
/// must not reach it.
pub trait WireEnum: Sized {
    /// The words of the declaration.
    const ENUM: &'static EnumSchema;

    /// The variant for a word.
    fn from_wire(word: &str) -> Self;

    /// The word on the wire.
    fn as_str(&self) -> &str;

    /// Whether the declaration lists the word.
    fn is_known(&self) -> bool;
}

/// Its place takes any word; numbers may come bare.
#[diagnostic::do_not_recommend]
impl<E: WireEnum> Scalar for E {
    fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch> {
        let (Token::Text(text) | Token::Number(text)) = token else {
            return Err(Mismatch { expected: "a word" });
        };
        *self = E::from_wire(text);
        Ok(())
    }
}

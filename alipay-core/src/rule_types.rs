//! Which rules fit which types, for rustc to check at the author's token.
//!
//! Generated code names these traits and never calls them: a rule on a field of the wrong type is
//! an error whose words stand here.

/// The kinds of value a field may hold, as types: what [`Shape`](crate::schema::Shape) is as a value.
pub mod kind {
    use std::marker::PhantomData;

    /// Text of any kind.
    pub struct Text;
    /// A whole number.
    pub struct Integer;
    /// Money or another exact decimal.
    pub struct Amount;
    /// A date with its time.
    pub struct DateTime;
    /// `true` or `false`.
    pub struct Bool;
    /// A word of the wire enum `E`.
    pub struct Word<E>(PhantomData<E>);
    /// An object.
    pub struct Object;
    /// Any number of values of kind `K`.
    pub struct List<K>(PhantomData<K>);
}

/// Declares traits over a kind and, for the message, the type `T` that is of this kind.
macro_rules! fits {
    ($($(#[$attribute:meta])* $name:ident: $($kind:ty),+;)+) => {$(
        $(#[$attribute])*
        pub trait $name<T> {
            /// Named by generated code so that the bound is checked.
            const FITS: () = ();
        }
        $(impl<T> $name<T> for $kind {})+
    )+};
}

/// A word of any wire enum.
type AnyWord<E> = kind::Word<E>;

fits! {
    #[diagnostic::on_unimplemented(
        message = "`range` needs an `Amount` or an integer, not `{T}`",
        label = "neither an amount nor an integer"
    )]
    TakesRange: kind::Amount, kind::Integer;

    #[diagnostic::on_unimplemented(message = "`decimals` needs an `Amount`, not `{T}`", label = "not an amount")]
    TakesDecimals: kind::Amount;

    #[diagnostic::on_unimplemented(
        message = "`digits` and `positive` need a text field, not `{T}`",
        label = "not a text",
        note = "for a number write `range = 1..`"
    )]
    TakesDigits: kind::Text;

    #[diagnostic::on_unimplemented(message = "`allow_empty` needs a text field, not `{T}`", label = "not a text")]
    TakesEmpty: kind::Text;
}

#[diagnostic::on_unimplemented(
    message = "a length rule needs a text field, not `{T}`",
    label = "not a text",
    note = "a number is limited by `range`, a list by `max_items`"
)]
pub trait TakesLength<T> {
    const FITS: () = ();
}

impl<T> TakesLength<T> for kind::Text {}
impl<T, E> TakesLength<T> for AnyWord<E> {}

#[diagnostic::on_unimplemented(
    message = "`min_items` and `max_items` need a list, not `{T}`",
    label = "not a list",
    note = "a text is limited by `min_len` and `max_len`"
)]
pub trait TakesItems<T> {
    const FITS: () = ();
}

impl<T, K> TakesItems<T> for kind::List<K> {}

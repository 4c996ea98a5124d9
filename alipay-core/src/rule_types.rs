//! Which rules fit which types, for rustc to check at the author's token.
//!
//! Generated code names these traits and never calls them: a rule on a field of the wrong type is
//! an error whose words stand here.

/// The kinds of value a field may hold, as types: what [`Shape`](crate::schema::Shape) is as a value.
pub mod kind {
    use std::marker::PhantomData;

    /// Text of any kind.
    pub struct TextKind;
    /// A whole number.
    pub struct IntegerKind;
    /// Money or another exact decimal.
    pub struct AmountKind;
    /// A date with its time.
    pub struct DateTimeKind;
    /// `true` or `false`.
    pub struct BoolKind;
    /// A file.
    pub struct FileKind;
    /// A word of the wire enum `E`.
    pub struct WordKind<E>(PhantomData<E>);
    /// The object `R`.
    pub struct ObjectKind<R>(PhantomData<R>);
    /// Any number of values of kind `K`.
    pub struct ListKind<K>(PhantomData<K>);
}

use std::marker::PhantomData;

use crate::record::FieldValue;

/// Declares a trait over kinds. `T` is the type that is of the kind, for the message.
macro_rules! rule {
    ($(#[$attribute:meta])* $name:ident: $($kind:ty),*) => {
        $(#[$attribute])*
        pub trait $name<T> {
            /// Named, so that rustc checks the bound.
            const FITS: () = ();
        }
        $(#[diagnostic::do_not_recommend]
        impl<T> $name<T> for $kind {})*
    };
}

rule! {
    /// Takes `min_len`, `max_len`.
    #[diagnostic::on_unimplemented(
        message = "a length rule needs a text field, not `{T}`",
        label = "not a text",
        note = "a number is limited by `range`, a list by `max_items`"
    )]
    TakesLength: kind::TextKind
}

#[diagnostic::do_not_recommend]
impl<E, T> TakesLength<T> for kind::WordKind<E> {}

rule! {
    /// Takes `max_bytes`.
    #[diagnostic::on_unimplemented(
        message = "`max_bytes` needs a text or a file, not `{T}`",
        label = "neither a text nor a file",
        note = "a number is limited by `range`, a list by `max_items`"
    )]
    TakesBytes: kind::TextKind, kind::FileKind
}

#[diagnostic::do_not_recommend]
impl<E, T> TakesBytes<T> for kind::WordKind<E> {}

rule! {
    /// Takes `allow_empty`.
    #[diagnostic::on_unimplemented(message = "`allow_empty` needs a text field, not `{T}`", label = "not a text")]
    TakesEmpty: kind::TextKind
}

rule! {
    /// Takes `digits`, `positive`.
    #[diagnostic::on_unimplemented(
        message = "`digits` and `positive` need a text field, not `{T}`",
        label = "not a text",
        note = "for a number write `range = 1..`"
    )]
    TakesDigits: kind::TextKind
}

rule! {
    /// Takes `excludes`.
    #[diagnostic::on_unimplemented(message = "`excludes` needs a text field, not `{T}`", label = "not a text")]
    TakesPart: kind::TextKind
}

rule! {
    /// Takes `range`.
    #[diagnostic::on_unimplemented(
        message = "`range` needs an `Amount` or an integer, not `{T}`",
        label = "neither an amount nor an integer"
    )]
    TakesRange: kind::AmountKind, kind::IntegerKind
}

rule! {
    /// Takes a `range` with decimals.
    #[diagnostic::on_unimplemented(
        message = "a `range` with decimals needs an `Amount`, not `{T}`",
        label = "not an amount",
        note = "the range of an integer has whole ends"
    )]
    TakesDecimalRange: kind::AmountKind
}

rule! {
    /// Takes `decimals`.
    #[diagnostic::on_unimplemented(message = "`decimals` needs an `Amount`, not `{T}`", label = "not an amount")]
    TakesDecimals: kind::AmountKind
}

rule! {
    /// Takes `min_items`, `max_items`.
    #[diagnostic::on_unimplemented(
        message = "`min_items` and `max_items` need a list, not `{T}`",
        label = "not a list",
        note = "a text is limited by `min_len` and `max_len`"
    )]
    TakesItems:
}

#[diagnostic::do_not_recommend]
impl<K, T> TakesItems<T> for kind::ListKind<K> {}

/// The kind of a list's items, on which the rules for one value bear.
pub trait Items {
    /// The kind.
    type Kind;
}

impl<K> Items for kind::ListKind<K> {
    type Kind = K;
}

/// Declares a trait over kinds that may be compared with a literal of one sort.
macro_rules! comparison {
    ($(#[$attribute:meta])* $name:ident: $($kind:ty),+) => {
        $(#[$attribute])*
        pub trait $name<T> {
            /// Called, so that rustc infers the types and checks the bound.
            fn fits(_: PhantomData<T>, _: PhantomData<Self>) {}
        }
        $(#[diagnostic::do_not_recommend]
        impl<T> $name<T> for $kind {})+
    };
}

comparison! {
    /// `== "text"`
    #[diagnostic::on_unimplemented(message = "`{T}` cannot be compared with a text", label = "a text")]
    EqualsText: kind::TextKind
}

comparison! {
    /// `== true`
    #[diagnostic::on_unimplemented(message = "`{T}` cannot be compared with a truth value", label = "a truth value")]
    EqualsBool: kind::BoolKind
}

comparison! {
    /// `== 1`, `> 1`
    #[diagnostic::on_unimplemented(message = "`{T}` cannot be compared with a number", label = "a number")]
    EqualsInteger: kind::IntegerKind, kind::AmountKind
}

comparison! {
    /// `== 0.1`, `> 0.1`
    #[diagnostic::on_unimplemented(
        message = "`{T}` cannot be compared with a decimal number",
        label = "a decimal number",
        note = "an integer is compared with a whole number, an `Amount` with any"
    )]
    EqualsDecimal: kind::AmountKind
}

impl<E, T> EqualsText<T> for kind::WordKind<E> where E: ComparedByText {}

/// Never: only a reason to give.
#[diagnostic::on_unimplemented(
    message = "compare with a variant of `{Self}`, not with a text",
    label = "name the variant",
    note = "a misspelt variant is found by rustc, a misspelt text by nobody"
)]
pub trait ComparedByText {}

/// `== Enum::Variant`; for the pair of the value's kind and the variant's enum.
#[diagnostic::on_unimplemented(message = "`{T}` cannot be compared with a variant of `{E}`", label = "of another type")]
pub trait EqualsVariant<T, E> {
    /// Called, so that rustc infers the types and checks the bound.
    fn fits(_: PhantomData<T>, _: PhantomData<E>, _: PhantomData<Self>) {}
}

#[diagnostic::do_not_recommend]
impl<E, T> EqualsVariant<T, E> for (kind::WordKind<E>, E) {}

/// `greater_than`, `at_least`; for the pair of both kinds.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be compared with `{U}`",
    label = "of another kind",
    note = "amounts and integers can be compared, and times with times"
)]
pub trait Ordered<T, U> {
    /// Called, so that rustc infers the types and checks the bound.
    fn fits(_: PhantomData<T>, _: PhantomData<U>, _: PhantomData<Self>) {}
}

#[diagnostic::do_not_recommend]
impl<T, U> Ordered<T, U> for (kind::AmountKind, kind::AmountKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Ordered<T, U> for (kind::AmountKind, kind::IntegerKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Ordered<T, U> for (kind::IntegerKind, kind::AmountKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Ordered<T, U> for (kind::IntegerKind, kind::IntegerKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Ordered<T, U> for (kind::DateTimeKind, kind::DateTimeKind) {}

/// `same_as`; for the pair of both kinds.
#[diagnostic::on_unimplemented(
    message = "`same_as` cannot compare `{T}` with `{U}`",
    label = "not comparable",
    note = "two values of one kind can be compared; lists and objects cannot"
)]
pub trait Same<T, U> {
    /// Called, so that rustc infers the types and checks the bound.
    fn fits(_: PhantomData<T>, _: PhantomData<U>, _: PhantomData<Self>) {}
}

#[diagnostic::do_not_recommend]
impl<T, U> Same<T, U> for (kind::TextKind, kind::TextKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Same<T, U> for (kind::IntegerKind, kind::IntegerKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Same<T, U> for (kind::AmountKind, kind::AmountKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Same<T, U> for (kind::DateTimeKind, kind::DateTimeKind) {}
#[diagnostic::do_not_recommend]
impl<T, U> Same<T, U> for (kind::BoolKind, kind::BoolKind) {}
#[diagnostic::do_not_recommend]
impl<E, T, U> Same<T, U> for (kind::WordKind<E>, kind::WordKind<E>) {}

/// Members of one `coalesce`; for the pair of both kinds.
#[diagnostic::on_unimplemented(
    message = "`coalesce` needs values of one kind, not `{T}` and `{U}`",
    label = "of another kind than the first"
)]
pub trait OfOneKind<T, U> {
    /// Called, so that rustc infers the types and checks the bound.
    fn fits(_: PhantomData<T>, _: PhantomData<U>, _: PhantomData<Self>) {}
}

#[diagnostic::do_not_recommend]
impl<K, T, U> OfOneKind<T, U> for (K, K) {}

/// What a path finds when it goes through a value: the object, for the kind of a type `T`.
pub trait Step<T> {
    /// What has the fields. A scalar has none, which rustc says by itself.
    type Inside;

    /// Called, so that rustc infers the types and checks the bound.
    fn step(_: (PhantomData<T>, PhantomData<Self>)) -> PhantomData<Self::Inside> {
        PhantomData
    }
}

impl<R, T> Step<T> for kind::ObjectKind<R> {
    type Inside = R;
}

impl<K: Step<T> + OneObject, T> Step<T> for kind::ListKind<K> {
    type Inside = K::Inside;
}

macro_rules! scalars {
    ($($kind:ty),*) => {
        $(impl<T> Step<T> for $kind {
            type Inside = T;
        })*
    };
}

scalars!(kind::TextKind, kind::IntegerKind, kind::AmountKind, kind::DateTimeKind, kind::BoolKind, kind::FileKind);

impl<E, T> Step<T> for kind::WordKind<E> {
    type Inside = T;
}

/// Never: only a reason to give.
#[diagnostic::on_unimplemented(
    message = "a path cannot go through a list",
    label = "a list",
    note = "put the rule on the struct of the items, where it holds for each"
)]
pub trait OneObject {}

/// A value of a type, only for rustc to look at.
#[cfg_attr(not(test), expect(clippy::unreachable, reason = "named by code that is never called"))]
pub fn value<'a, T: 'a>(_: PhantomData<T>) -> &'a T {
    unreachable!("generated code that names this is checked and never run")
}

/// The type of a value.
pub fn of<T>(_: &T) -> PhantomData<T> {
    PhantomData
}

/// The type of a value and its kind.
pub fn with_kind<T: FieldValue>(_: &T) -> (PhantomData<T>, PhantomData<T::Kind>) {
    (PhantomData, PhantomData)
}

/// The kind of a type.
pub fn kind<T: FieldValue>(_: PhantomData<T>) -> PhantomData<T::Kind> {
    PhantomData
}

/// The kinds of two types.
pub fn kinds<T: FieldValue, U: FieldValue>(_: PhantomData<T>, _: PhantomData<U>) -> PhantomData<(T::Kind, U::Kind)> {
    PhantomData
}

/// The kind of a type, beside an enum.
pub fn with_word<T: FieldValue, E>(_: PhantomData<T>, _: PhantomData<E>) -> PhantomData<(T::Kind, E)> {
    PhantomData
}

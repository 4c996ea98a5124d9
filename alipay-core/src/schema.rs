//! What a declaration says, as data.
//!
//! The derive macros write one text for each declared struct, and the first use makes a [`Schema`] of
//! it; validation, JSON and the tests read that. Nothing here is executed per request type, which is
//! what keeps ten thousand methods affordable to compile.
//!
//! On the path: *declaration → **schema** → validation → JSON → text to sign → request → answer*.

pub(crate) mod table;

use rust_decimal::Decimal;

use crate::record::Record;

/// The declaration of one object: a request, a response, or an object inside either.
#[derive(Debug)]
pub struct Schema {
    /// Name of the Rust struct.
    pub name: &'static str,
    /// The fields in the order of the declaration, which is the order of [`Record::get`].
    pub fields: &'static [Field],
    /// Rules that stand on the struct: groups of fields.
    pub rules: &'static [Rule],
}

impl Schema {
    /// Position of the field with this Rust name, the name that conditions use.
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Position of the field with this name on the wire.
    pub fn index_of_wire(&self, wire: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.wire == wire)
    }
}

/// The declaration of one field.
#[derive(Debug)]
pub struct Field {
    /// Name of the Rust field, without `r#`. Conditions use it.
    pub name: &'static str,
    /// Name in the JSON. Violations and errors print it.
    pub wire: &'static str,
    /// The same name as it stands in JSON, with quotes and colon. (Names on the wire are of letters, digits and
    /// `_`, which the macro checks.)
    pub(crate) key: &'static str,
    /// What kind of value the field holds, [`Option`] taken away.
    pub shape: Shape,
    /// Not an [`Option`]: a request without it is refused, an answer without it cannot be read.
    /// (A list is required by `min_items`.)
    pub required: bool,
    /// Declared `secret`: no part of the value is ever printed.
    pub secret: bool,
    /// Declared `allow_empty`: the empty text is a value.
    pub allow_empty: bool,
    /// At most so many characters. On a list: each item refused beyond it, the sum advised against.
    /// Inside `advise` and `when` it is a [`Check::MaxLen`].
    pub max_len: Option<usize>,
    /// The other rules of the field, in the order of the declaration.
    pub rules: &'static [Rule],
}

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Text of any kind.
    Text,
    /// A whole number.
    Integer,
    /// Money or another exact decimal; text on the wire.
    Amount,
    /// `yyyy-MM-dd HH:mm:ss` at +08:00; text on the wire.
    DateTime,
    /// `true` or `false`.
    Bool,
    /// A file, sent beside the JSON.
    File,
    /// One of a list of words.
    Enum(&'static EnumSchema),
    /// Another declared object. A function, because a record may contain itself.
    Record(fn() -> &'static Schema),
    /// Any number of values of one kind.
    List(&'static Shape),
}

impl Shape {
    /// The kind of a list's items, however many lists are around them; else the kind itself.
    pub(crate) fn innermost(self) -> Self {
        let mut shape = self;
        while let Self::List(item) = shape {
            shape = *item;
        }
        shape
    }
}

/// The declaration of a wire enum.
#[derive(Debug)]
pub struct EnumSchema {
    /// Name of the Rust enum.
    pub name: &'static str,
    /// The words the document lists, as they stand on the wire.
    pub values: &'static [&'static str],
    /// The document does not claim the list to be complete: an unlisted word may be sent.
    pub open: bool,
}

/// One rule, with what happens when it is broken.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Whether a breach refuses the request or is only reported.
    pub severity: Severity,
    /// The rule holds only where this condition does (`when(…, rule)`).
    pub when: Option<Condition>,
    /// What is asked for.
    pub check: Check,
}

impl Rule {
    /// A rule that refuses, under no condition.
    pub const fn new(check: Check) -> Self {
        Self { severity: Severity::Refuse, when: None, check }
    }

    /// The same rule as advice.
    #[must_use]
    pub const fn advise(self) -> Self {
        Self { severity: Severity::Advise, ..self }
    }

    /// The same rule, under a condition.
    #[must_use]
    pub const fn when(self, condition: Condition) -> Self {
        Self { when: Some(condition), ..self }
    }
}

/// Whether a broken rule stops the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The request is not sent.
    Refuse,
    /// The request is sent; `review()` and the trace report the finding.
    Advise,
}

/// What a rule asks for. The first part stands on a field, the last on a struct.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Present. Only needed inside `advise` and `when`: otherwise a field without [`Option`] says it.
    Required,
    /// At least so many characters.
    MinLen(usize),
    /// Like [`Field::max_len`], under a condition or as advice.
    MaxLen(usize),
    /// At most so many bytes of UTF-8.
    MaxBytes(usize),
    /// At least so many items.
    MinItems(usize),
    /// At most so many items.
    MaxItems(usize),
    /// A number within these bounds, both inclusive, either open.
    Range {
        /// Least value.
        min: Option<Bound>,
        /// Greatest value.
        max: Option<Bound>,
    },
    /// At most so many digits after the point.
    Decimals(u32),
    /// Text of the digits 0 to 9 only.
    Digits,
    /// Text of digits only that is not zero.
    Positive,
    /// Text without this part.
    Excludes(&'static str),
    /// If this field is present, so are those.
    Requires(&'static [Path]),
    /// Present where the condition holds.
    RequiredIf(Condition),
    /// Absent where the condition holds.
    ForbiddenIf(Condition),
    /// Greater (later) than the other, where both are present.
    GreaterThan(Operand),
    /// Not less (not earlier) than the other, where both are present.
    AtLeast(Operand),
    /// Equal to the other, where both are present.
    SameAs(Operand),
    /// Where the condition holds, the value is one of these.
    ValueIf {
        /// When the restriction applies.
        condition: Condition,
        /// The values that are legal then.
        values: &'static [Literal],
    },
    /// This value only where the condition holds.
    AllowedIf {
        /// The value in question.
        value: Literal,
        /// When it is legal.
        condition: Condition,
    },
    /// The author's own function over the record that holds the field.
    Custom(fn(&dyn Record) -> Result<(), String>),

    /// All of these are present, or none is.
    AllOrNone(&'static [Path]),
    /// One of these is present and no more.
    ExactlyOne(&'static [Path]),
    /// One of these is present or more.
    AtLeastOne(&'static [Path]),
    /// One of these is present or none.
    AtMostOne(&'static [Path]),
}

/// An exact decimal that can stand in a `static`: `mantissa / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// All digits.
    pub mantissa: i64,
    /// How many of them stand after the point; at most 18.
    pub scale: u32,
}

impl Bound {
    /// The bound as a decimal.
    pub fn to_decimal(self) -> Decimal {
        // 18 digits after the point are well within what a decimal holds.
        Decimal::try_new(self.mantissa, self.scale).unwrap_or_default()
    }
}

/// Where a value stands: field names from a starting point inwards.
///
/// A path that goes through an absent object leads to something absent.
#[derive(Debug, Clone, Copy)]
pub struct Path {
    /// `root.a.b`: from the request, not from the record that the rule stands in.
    pub root: bool,
    /// Rust names of the fields, outermost first.
    pub steps: &'static [&'static str],
}

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub enum Operand {
    /// The value at a path.
    Path(Path),
    /// The first of these that is present (`coalesce(a, b)`).
    Coalesce(&'static [Path]),
}

/// When a rule applies. A comparison with something absent is false.
#[derive(Debug, Clone, Copy)]
pub enum Condition {
    /// `path == value`
    Equal(Operand, Literal),
    /// `path != value`
    NotEqual(Operand, Literal),
    /// `path > value`
    Greater(Operand, Literal),
    /// `path in [value, …]`
    In(Operand, &'static [Literal]),
    /// `present(path)`
    Present(Operand),
    /// `absent(path)`
    Absent(Operand),
    /// `!condition`
    Not(&'static Condition),
    /// `a && b`
    All(&'static [Condition]),
    /// `a || b`
    Any(&'static [Condition]),
}

/// A value written in a declaration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Literal {
    /// Text, or the wire name of an enum's variant.
    Text(&'static str),
    /// A whole number or a decimal.
    Number(Bound),
    /// `true` or `false`.
    Bool(bool),
}

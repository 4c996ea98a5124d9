//! What validation found.

mod message;

use std::error::Error;
use std::fmt;

use rust_decimal::Decimal;

use crate::schema::Severity;

/// One broken rule: where, which, the limit and what was found. Never the text of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Wire path of the field, such as `voucher_use_rule.fix_voucher.amount` or `shop_ids[3]`.
    /// For a rule about several fields, the path of the first one that the rule names.
    pub path: String,
    /// Which kind of rule.
    pub code: RuleCode,
    /// Whether it refuses the request.
    pub severity: Severity,
    /// The situation in which the rule holds (`when(…, rule)`), with wire names.
    pub when: Option<String>,
    /// What the rule allows.
    pub limit: Limit,
    /// What was found.
    pub found: Found,
}

/// Which kind of rule was broken; [`as_str`](RuleCode::as_str) is stable and fit for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RuleCode {
    /// The field must be present.
    Required,
    /// The text is empty.
    Empty,
    /// The text is too short.
    MinLen,
    /// The text, or one text of a list, is too long.
    MaxLen,
    /// All texts of a list together may be too long.
    TotalLen,
    /// The text has too many bytes.
    MaxBytes,
    /// The list has too few items.
    MinItems,
    /// The list has too many items.
    MaxItems,
    /// The number is too small or too great.
    Range,
    /// The number has too many digits after the point.
    Decimals,
    /// The text is not made of digits.
    Digits,
    /// The text is not a positive whole number.
    Positive,
    /// The text contains what it must not.
    Excludes,
    /// The word is not among those the document lists.
    UnknownValue,
    /// Another field must come along.
    Requires,
    /// The field must be present in this situation.
    RequiredIf,
    /// The field must be absent in this situation.
    ForbiddenIf,
    /// The value must be greater (later) than another.
    GreaterThan,
    /// The value must not be less (earlier) than another.
    AtLeast,
    /// The value must be equal to another.
    SameAs,
    /// In this situation only certain values are legal.
    ValueIf,
    /// The value is not legal in this situation.
    AllowedIf,
    /// A rule that the author of the declaration wrote as a function.
    Check,
    /// Some of the fields are present and some are not.
    AllOrNone,
    /// None, or more than one, of the fields is present.
    ExactlyOne,
    /// None of the fields is present.
    AtLeastOne,
    /// More than one of the fields is present.
    AtMostOne,
    /// Records and lists stand inside one another without end.
    Depth,
}

impl RuleCode {
    /// The code as text, such as `max_len`. It does not change between versions.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Empty => "empty",
            Self::MinLen => "min_len",
            Self::MaxLen => "max_len",
            Self::TotalLen => "total_len",
            Self::MaxBytes => "max_bytes",
            Self::MinItems => "min_items",
            Self::MaxItems => "max_items",
            Self::Range => "range",
            Self::Decimals => "decimals",
            Self::Digits => "digits",
            Self::Positive => "positive",
            Self::Excludes => "excludes",
            Self::UnknownValue => "unknown_value",
            Self::Requires => "requires",
            Self::RequiredIf => "required_if",
            Self::ForbiddenIf => "forbidden_if",
            Self::GreaterThan => "greater_than",
            Self::AtLeast => "at_least",
            Self::SameAs => "same_as",
            Self::ValueIf => "value_if",
            Self::AllowedIf => "allowed_if",
            Self::Check => "check",
            Self::AllOrNone => "all_or_none",
            Self::ExactlyOne => "exactly_one",
            Self::AtLeastOne => "at_least_one",
            Self::AtMostOne => "at_most_one",
            Self::Depth => "depth",
        }
    }
}

impl fmt::Display for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a rule allows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// The rule's code says it all.
    None,
    /// So many characters, bytes, items or digits.
    Count(usize),
    /// Numbers from … to …, both inclusive.
    Range(Option<Decimal>, Option<Decimal>),
    /// These words, numbers or truth values, as the declaration writes them.
    Values(Vec<String>),
    /// These other fields, by their wire paths.
    Fields(Vec<String>),
    /// The situation in which the rule holds, as the declaration writes it with wire names.
    When(String),
    /// Legal values, and the situation in which only they are.
    ValuesWhen(Vec<String>, String),
    /// The words of the author's own check.
    Custom(String),
}

/// What was found: a measure, never a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// Nothing, where something is asked for.
    Absent,
    /// Something, where nothing may be, or something of which no more can be said.
    Present,
    /// So many characters, bytes, items or digits.
    Count(usize),
    /// A number out of its range. Left out ([`Found::Present`]) for a field declared `secret`.
    Number(Decimal),
    /// These fields of a group, by their wire paths.
    Fields(Vec<String>),
}

/// Every broken rule that refuses a request, in the order of the declaration. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// `Err` with the findings when there are any.
    pub(crate) fn none_of(findings: Vec<Violation>) -> Result<(), Self> {
        if findings.is_empty() { Ok(()) } else { Err(Self(findings)) }
    }

    /// How many rules are broken.
    #[expect(clippy::len_without_is_empty, reason = "never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them.
    pub fn as_slice(&self) -> &[Violation] {
        &self.0
    }

    /// All of them, one after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Violations {
    /// One violation as a line of its own; several as their number and a line each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [violation] = self.as_slice() {
            return violation.fmt(f);
        }
        write!(f, "{} rules are broken:", self.len())?;
        self.iter().try_for_each(|violation| write!(f, "\n  {violation}"))
    }
}

impl Error for Violations {}

//! What validation found.

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
            Self::UnknownValue => "unknown_value",
            Self::Requires => "requires",
            Self::RequiredIf => "required_if",
            Self::ForbiddenIf => "forbidden_if",
            Self::GreaterThan => "greater_than",
            Self::AtLeast => "at_least",
            Self::ValueIf => "value_if",
            Self::AllowedIf => "allowed_if",
            Self::Check => "check",
            Self::AllOrNone => "all_or_none",
            Self::ExactlyOne => "exactly_one",
            Self::AtLeastOne => "at_least_one",
            Self::AtMostOne => "at_most_one",
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
    /// One of these words, numbers or truth values, as the declaration writes them.
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

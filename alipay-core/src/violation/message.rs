//! A violation in words: where, what is wrong, what is allowed.

use std::fmt;

use super::{Found, Limit, RuleCode, Violation};
use crate::schema::Severity;

impl fmt::Display for Violation {
    /// One line, such as `memo: has 300 characters, at most 256 are allowed (max_len)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.write_message(f)?;
        if let Some(situation) = &self.when {
            write!(f, ", because {situation}")?;
        }
        match self.severity {
            Severity::Refuse => write!(f, " ({})", self.code),
            Severity::Advise => write!(f, " ({}, advice)", self.code),
        }
    }
}

impl Violation {
    fn write_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (limit, found) = (&self.limit, &self.found);
        match self.code {
            RuleCode::Required => f.write_str("must be given"),
            RuleCode::Empty => f.write_str("is empty: give it a text, or leave it out if it is optional"),
            RuleCode::MinLen => self.write_count(f, "character", "", "at least"),
            RuleCode::MaxLen => self.write_count(f, "character", "", "at most"),
            RuleCode::TotalLen => self.write_count(f, "character", " in all its texts together", "perhaps at most"),
            RuleCode::MaxBytes => self.write_count(f, "byte", "", "at most"),
            RuleCode::MinItems => self.write_count(f, "item", "", "at least"),
            RuleCode::MaxItems => self.write_count(f, "item", "", "at most"),
            RuleCode::Decimals => self.write_count(f, "digit", " after the point", "at most"),
            RuleCode::Range => match found {
                Found::Number(number) => write!(f, "is {number}, allowed is {limit}"),
                _ => write!(f, "is out of range, allowed is {limit}"),
            },
            RuleCode::Digits => f.write_str("must be made of the digits 0 to 9 and nothing else"),
            RuleCode::Positive => f.write_str("must be a whole number above zero, in digits"),
            RuleCode::Excludes => write!(f, "must not contain {limit}"),
            RuleCode::Requires => write!(f, "needs {limit} to be given as well"),
            RuleCode::RequiredIf => write!(f, "must be given when {limit}"),
            RuleCode::ForbiddenIf => write!(f, "must not be sent when {limit}"),
            RuleCode::GreaterThan => match found {
                Found::Number(number) => write!(f, "is {number}, must be greater than {limit}"),
                _ => write!(f, "must be greater (later) than {limit}"),
            },
            RuleCode::AtLeast => match found {
                Found::Number(number) => write!(f, "is {number}, must not be less than {limit}"),
                _ => write!(f, "must not be less (earlier) than {limit}"),
            },
            RuleCode::SameAs => write!(f, "must be the same as {limit}"),
            RuleCode::UnknownValue | RuleCode::ValueIf => write!(f, "must be one of {limit}"),
            RuleCode::AllowedIf => match limit {
                Limit::ValuesWhen(words, situation) => write!(f, "may be {} only when {situation}", words.join(", ")),
                _ => write!(f, "may not be {limit}"),
            },
            RuleCode::Check => write!(f, "{limit}"),
            RuleCode::AllOrNone => write!(f, "give all of {limit} or none, given is {}", Given(found)),
            RuleCode::ExactlyOne => write!(f, "give exactly one of {limit}, given is {}", Given(found)),
            RuleCode::AtLeastOne => write!(f, "give at least one of {limit}, given is {}", Given(found)),
            RuleCode::AtMostOne => write!(f, "give at most one of {limit}, given is {}", Given(found)),
            RuleCode::Depth => {
                write!(f, "records and lists stand inside one another, at most {limit} levels are allowed")
            }
        }
    }

    /// `has 300 characters, at most 256 are allowed`
    fn write_count(&self, f: &mut fmt::Formatter<'_>, unit: &str, of: &str, bound: &str) -> fmt::Result {
        if let Found::Count(count) = self.found {
            let plural = if count == 1 { "" } else { "s" };
            write!(f, "has {count} {unit}{plural}{of}, ")?;
        }
        let verb = if self.limit == Limit::Count(1) { "is" } else { "are" };
        let ask = if bound == "at least" { "needed" } else { "allowed" };
        write!(f, "{bound} {} {verb} {ask}", self.limit)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::None => Ok(()),
            Limit::Count(count) => write!(f, "{count}"),
            Limit::Range(Some(min), Some(max)) => write!(f, "{min} to {max}"),
            Limit::Range(Some(min), None) => write!(f, "{min} or more"),
            Limit::Range(None, Some(max)) => write!(f, "{max} or less"),
            Limit::Range(None, None) => f.write_str("any number"),
            Limit::Values(words) | Limit::Fields(words) => f.write_str(&words.join(", ")),
            Limit::When(text) | Limit::Custom(text) => f.write_str(text),
            Limit::ValuesWhen(words, situation) => write!(f, "{} when {situation}", words.join(", ")),
        }
    }
}

/// Which fields of a group were given.
struct Given<'a>(&'a Found);

impl fmt::Display for Given<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Found::Fields(paths) => f.write_str(&paths.join(", ")),
            _ => f.write_str("none"),
        }
    }
}

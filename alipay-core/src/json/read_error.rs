//! What the reader could not read: where, and what was expected. Never what was found.

use std::error::Error;
use std::fmt;

use crate::trail::{MAX_DEPTH, Trail};

/// How many problems are kept: a hostile text could hold millions.
const MAX_PROBLEMS: usize = 100;

/// A text that is no such record, with all that is wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError(Notes);

impl ReadError {
    /// What is wrong, in the order of the text; at least one problem, and of very many the first 100.
    pub fn problems(&self) -> &[Problem] {
        &self.0.problems
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems().iter().enumerate() {
            let separator = if index > 0 { "; " } else { "" };
            write!(f, "{separator}{problem}")?;
        }
        match self.0.left_out {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}

impl Error for ReadError {}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// JSON path of the field, such as `items[2].price`; empty for the text as a whole.
    pub path: String,
    /// What is wrong with it.
    pub reason: Reason,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        match self.reason {
            Reason::Expected(what) => write!(f, "expected {what}"),
            Reason::Missing => f.write_str("missing"),
            Reason::Repeated => f.write_str("given twice"),
            Reason::TooDeep => write!(f, "nested more than {MAX_DEPTH} levels deep"),
            Reason::Malformed { line, column } => write!(f, "not well-formed JSON at line {line}, column {column}"),
            Reason::CutOff => f.write_str("the JSON ends too early"),
        }
    }
}

/// What is wrong with a field, or with the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The value is of another kind; this would have been right.
    Expected(&'static str),
    /// The field is required.
    Missing,
    /// The field stands twice in its object.
    Repeated,
    /// Too many records and lists inside one another.
    TooDeep,
    /// The text is not JSON from here on.
    Malformed {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
    /// The text ends inside a value.
    CutOff,
}

/// The problems met so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Notes {
    problems: Vec<Problem>,
    left_out: usize,
}

impl Notes {
    pub(super) fn add(&mut self, trail: &Trail<'_>, reason: Reason) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Problem { path: trail.to_string(), reason });
        } else {
            self.left_out += 1;
        }
    }

    /// Takes what the parser says about the syntax. Its own words could quote the text.
    pub(super) fn add_syntax(&mut self, trail: &Trail<'_>, error: &serde_json::Error) {
        self.add(
            trail,
            if error.is_eof() {
                Reason::CutOff
            } else {
                Reason::Malformed { line: error.line(), column: error.column() }
            },
        );
    }

    pub(super) fn into_result(self) -> Result<(), ReadError> {
        if self.problems.is_empty() { Ok(()) } else { Err(ReadError(self)) }
    }
}

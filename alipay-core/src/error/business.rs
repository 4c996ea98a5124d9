//! A refusal, in the gateway's words and in the document's.

use std::fmt;

use super::word::Word;
use crate::envelope::Head;
use crate::error_code::{ErrorEntry, ErrorTable, Retry};

/// What the gateway said when it refused a call.
pub struct BusinessError {
    head: Head,
    table: &'static ErrorTable,
}

impl BusinessError {
    pub(crate) fn new(head: Head, table: &'static ErrorTable) -> Self {
        Self { head, table }
    }

    pub(super) fn table(&self) -> &'static ErrorTable {
        self.table
    }

    /// The gateway's code, such as `40004`. Empty if it sent none.
    pub fn code(&self) -> &str {
        self.head.code.as_deref().unwrap_or_default()
    }

    /// The gateway's words for the code.
    pub fn msg(&self) -> &str {
        self.head.msg.as_deref().unwrap_or_default()
    }

    /// The business error code, such as `ACQ.TRADE_NOT_EXIST`.
    pub fn sub_code(&self) -> Option<&str> {
        self.head.sub_code.as_deref()
    }

    /// The platform's words for the business error code. They may repeat what the request said, so
    /// `Display` and `Debug` leave them out.
    pub fn sub_msg(&self) -> Option<&str> {
        self.head.sub_msg.as_deref()
    }

    /// What went wrong, if the method's document, or for the bare code the gateway's, says so.
    pub fn meaning(&self) -> Option<&'static str> {
        self.entry().map(|entry| entry.meaning)
    }

    /// What to do about it, from the same source.
    pub fn remedy(&self) -> Option<&'static str> {
        self.entry().map(|entry| entry.remedy)
    }

    /// Whether the call may be repeated, from the same source. `None`: nobody knows.
    pub fn retry(&self) -> Option<Retry> {
        self.entry().map(|entry| entry.retry)
    }

    fn entry(&self) -> Option<&'static ErrorEntry> {
        match self.sub_code() {
            Some(sub_code) => self.table.find(sub_code),
            None => COMMON.find(self.code()),
        }
    }
}

impl fmt::Display for BusinessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "code {}", Word(self.code()))?;
        if let Some(sub_code) = self.sub_code() {
            write!(f, ", sub_code {}", Word(sub_code))?;
        }
        if let Some(ErrorEntry { meaning, remedy, .. }) = self.entry() {
            write!(f, ": {meaning} {remedy}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for BusinessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BusinessError")
            .field("code", &format_args!("{}", Word(self.code())))
            .field("sub_code", &format_args!("{}", Word(self.sub_code().unwrap_or_default())))
            .finish_non_exhaustive()
    }
}

/// The gateway's own codes, the same for every method.
static COMMON: ErrorTable = ErrorTable {
    name: "code",
    entries: &[
        ErrorEntry {
            code: "10003",
            meaning: "The gateway accepted the call and has not finished it.",
            remedy: "Ask for the outcome.",
            retry: Retry::AfterQuery,
        },
        ErrorEntry {
            code: "20000",
            meaning: "The service is not available, and the outcome is unknown.",
            remedy: "Ask for the outcome; repeat the same request only if it was not carried out.",
            retry: Retry::AfterQuery,
        },
        ErrorEntry {
            code: "20001",
            meaning: "The authorisation is not sufficient.",
            remedy: "Check the tokens and what was authorised.",
            retry: Retry::Never,
        },
        ErrorEntry {
            code: "40001",
            meaning: "A parameter is missing.",
            remedy: "Add the parameter that sub_code names.",
            retry: Retry::FixInput,
        },
        ErrorEntry {
            code: "40002",
            meaning: "A parameter is not acceptable.",
            remedy: "Correct the parameter that sub_code names.",
            retry: Retry::FixInput,
        },
        ErrorEntry {
            code: "40004",
            meaning: "The business refused the call.",
            remedy: "See sub_code.",
            retry: Retry::FixInput,
        },
        ErrorEntry {
            code: "40006",
            meaning: "The application may not do this.",
            remedy: "Sign up for the product, or ask for the permission.",
            retry: Retry::Never,
        },
    ],
};

//! A refusal, in the gateway's words and in the document's.

use std::fmt;

use super::common_code::CommonCode;
use super::gateway_code::GatewayCode;
use super::word::Word;
use crate::envelope::Head;
use crate::error_code::{ErrorCode, ErrorEntry, ErrorTable, Retry};

/// What the gateway said when it refused a call.
///
/// [`meaning`](Self::meaning), [`remedy`](Self::remedy) and [`retry`](Self::retry) come from the first of
/// these that knows the codes: the called method's own error codes, the [`CommonCode`]s, the
/// [`GatewayCode`]s.
pub struct BusinessError {
    head: Head,
    table: &'static ErrorTable,
    is_signed: bool,
}

impl BusinessError {
    pub(crate) fn signed(head: Head, table: &'static ErrorTable) -> Self {
        Self { head, table, is_signed: true }
    }

    pub(crate) fn unsigned(head: Head, table: &'static ErrorTable) -> Self {
        Self { head, table, is_signed: false }
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

    /// The `sub_code`, if it is one that every method may answer.
    pub fn common_code(&self) -> Option<CommonCode> {
        self.sub_code().and_then(CommonCode::listed)
    }

    /// What went wrong, if anybody says so.
    pub fn meaning(&self) -> Option<&'static str> {
        self.entry().map(|entry| entry.meaning)
    }

    /// What to do about it, if anybody says so.
    pub fn remedy(&self) -> Option<&'static str> {
        self.entry().map(|entry| entry.remedy)
    }

    /// Whether the call may be repeated. `None`: nobody knows.
    ///
    /// Nobody has signed that a refusal without a signature is one, so it never advises to repeat the
    /// same request before its outcome is known.
    pub fn retry(&self) -> Option<Retry> {
        match self.entry()?.retry {
            Retry::SameRequest | Retry::Later if !self.is_signed => Some(Retry::AfterQuery),
            retry => Some(retry),
        }
    }

    fn entry(&self) -> Option<&'static ErrorEntry> {
        let of_sub_code = |sub_code| self.table.find(sub_code).or_else(|| CommonCode::row(sub_code));
        self.sub_code().and_then(of_sub_code).or_else(|| GatewayCode::TABLE.find(self.code()))
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

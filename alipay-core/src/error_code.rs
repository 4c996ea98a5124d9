//! The business error codes of a method (`sub_code`), typed.

/// A method's business error codes as an enum. Derived.
///
/// The last variant, `Unknown(String)`, takes the codes that the document does not list: the
/// platform adds them without notice.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of error codes",
    label = "not declared",
    note = "declare it with `#[derive(ErrorCode)]`, or leave out `error` where the document lists no codes"
)]
pub trait ErrorCode: Sized + Clone + 'static {
    /// What is known about each code.
    const TABLE: &'static ErrorTable;

    /// The variant for a `sub_code`.
    fn from_code(code: &str) -> Self;

    /// The `sub_code`.
    fn as_str(&self) -> &str;

    /// What the document says about the code; `None` for an unknown one.
    fn entry(&self) -> Option<&'static ErrorEntry> {
        Self::TABLE.find(self.as_str())
    }

    /// What went wrong; empty for an unknown code.
    fn meaning(&self) -> &'static str {
        self.entry().map_or("", |entry| entry.meaning)
    }

    /// What to do about it; empty for an unknown code.
    fn remedy(&self) -> &'static str {
        self.entry().map_or("", |entry| entry.remedy)
    }

    /// Whether the call may be repeated; `None` for an unknown code: then nobody knows.
    fn retry(&self) -> Option<Retry> {
        self.entry().map(|entry| entry.retry)
    }
}

/// All codes that a method's document lists.
#[derive(Debug, PartialEq, Eq)]
pub struct ErrorTable {
    /// Name of the Rust enum.
    pub name: &'static str,
    /// A row a code, in the document's order.
    pub entries: &'static [ErrorEntry],
}

impl ErrorTable {
    /// The row of a code.
    pub fn find(&self, code: &str) -> Option<&ErrorEntry> {
        self.entries.iter().find(|entry| entry.code == code)
    }
}

/// What a method's document says about one code.
#[derive(Debug, PartialEq, Eq)]
pub struct ErrorEntry {
    /// The `sub_code` on the wire.
    pub code: &'static str,
    /// What went wrong.
    pub meaning: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// Whether the call may be repeated.
    pub retry: Retry,
}

/// Whether a failed call may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// The same request may be sent again at once.
    SameRequest,
    /// The same request may be sent again after a pause.
    Later,
    /// Nobody knows whether the call was carried out: query that first.
    AfterQuery,
    /// Only after the request was corrected.
    FixInput,
    /// Not until somebody changed a contract, an authorisation or a setting.
    Never,
}

/// The error codes of a method whose document lists none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyCode(String);

impl ErrorCode for AnyCode {
    const TABLE: &'static ErrorTable = &ErrorTable { name: "AnyCode", entries: &[] };

    fn from_code(code: &str) -> Self {
        Self(code.to_owned())
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

//! Doc comments in each form that Rust knows.

use alipay_core::{ErrorCode, Record};

/** In a block, with *Markdown*, `code` and "quotes".

And a second paragraph. */
#[derive(Record)]
#[doc(alias = "object")]
pub struct Documented {
    /** In a block. */
    pub block: String,
    #[doc = "As an attribute."]
    pub attribute: Option<String>,
    #[doc = concat!("Put ", "together.")]
    pub together: Option<String>,
    /// Two lines
    /// and a list:
    ///
    /// * one
    pub lines: Option<String>,
    #[doc(hidden)]
    pub hidden: Option<String>,
    /// Old.
    #[deprecated = "use `lines`"]
    pub old: Option<String>,
}

/// What can go wrong.
#[derive(ErrorCode)]
pub enum Code {
    /// The first paragraph
    /// is the meaning.
    ///
    /// The second is not.
    #[alipay(remedy = "Mend it.", retry = never)]
    Broken,
    /// Not in the document.
    Unknown(String),
}

#[test]
fn the_meaning_is_the_first_paragraph() {
    assert_eq!(Code::Broken.meaning(), "The first paragraph is the meaning.");
    assert_eq!(Documented::new("b").lines("l").lines.as_deref(), Some("l"));
}

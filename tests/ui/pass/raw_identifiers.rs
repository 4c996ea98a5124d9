//! Names that are keywords in Rust.

use alipay_core::{Record, WireEnum};

/// A field's name on the wire is its name without `r#`; rules name it with.
#[derive(Record)]
#[alipay(at_most_one(r#type, r#match))]
pub struct Keywords {
    /// A keyword.
    pub r#type: Option<String>,
    /// A keyword that rules look at.
    #[alipay(requires(r#use))]
    pub r#match: Option<r#Enum>,
    /// Looked at.
    #[alipay(required_if(r#match == r#Enum::r#Move || present(r#type)))]
    pub r#use: Option<String>,
    /// The way around keywords that cannot be raw.
    #[alipay(rename = "self")]
    pub itself: Option<String>,
}

/// Words that are keywords.
#[derive(WireEnum)]
pub enum r#Enum {
    /// A keyword but for its case.
    r#Move,
    /// Not in the document.
    Unknown(String),
}

#[test]
fn the_wire_knows_no_raw_identifiers() {
    let declaration = <Keywords as alipay_core::record::Declared>::declaration();
    let names: Vec<_> = declaration.fields.iter().map(|field| (field.name, field.wire)).collect();
    assert_eq!(names, [("type", "type"), ("match", "match"), ("use", "use"), ("itself", "self")]);
    assert_eq!(r#Enum::r#Move.as_str(), "MOVE");
    assert_eq!(Keywords::new().r#type("x").r#type.as_deref(), Some("x"));
}

//! A module without the prelude, whose fields and words are called like what generated code uses.
#![no_implicit_prelude]

use ::alipay_core::{Amount, ErrorCode, Record, WireEnum, alipay_api};
use ::core::clone::Clone;

/// Hides the list of the prelude.
pub struct Vec;

/// A request.
#[alipay_api(method = "alipay.trade.query", response = Object, error = Fault, exactly_one(validate, review))]
#[expect(non_snake_case, reason = "the platform's own spelling")]
pub struct Names {
    /// Like an argument.
    pub client: ::std::string::String,
    /// Like a method.
    pub new: ::core::option::Option<u64>,
    /// Like a method.
    pub validate: ::core::option::Option<::std::string::String>,
    /// Like a method.
    #[alipay(required_if(f.index == 1 && kind == Word::Some))]
    pub review: ::core::option::Option<::std::string::String>,
    /// Like a method.
    pub call: ::core::option::Option<Word>,
    /// Like a constant.
    pub METHOD: ::core::option::Option<bool>,
    /// Like an argument.
    pub f: ::core::option::Option<Object>,
    /// A word.
    pub kind: ::core::option::Option<Word>,
    /// Like an argument.
    pub record: ::std::vec::Vec<Amount>,
    /// Like an argument.
    pub serializer: ::std::vec::Vec<u32>,
}

/// An object whose fields are called like methods of traits, and like the runtime's module.
#[derive(Record)]
pub struct Object {
    /// Like an argument.
    pub index: ::core::option::Option<i64>,
    /// Like the runtime.
    __p: ::core::option::Option<i64>,
    /// Like a trait's method.
    pub clone: ::core::option::Option<i64>,
    /// Like a trait's method.
    pub into: ::core::option::Option<i64>,
    /// Like a trait's method.
    pub get: ::core::option::Option<i64>,
}

/// Words like those of the prelude.
#[derive(WireEnum)]
pub enum Word {
    /// Like a variant.
    Some,
    /// Like a variant.
    Err,
    /// Like a type.
    String,
    /// Not in the document.
    Unknown(::std::string::String),
}

/// Codes like those of the prelude.
#[derive(ErrorCode)]
pub enum Fault {
    /// Like a variant.
    #[alipay(remedy = "None.", retry = never)]
    None,
    /// Not in the document.
    Unknown(::std::string::String),
}

#[::core::prelude::v1::test]
fn generated_code_needs_no_prelude_and_gives_way_to_fields() {
    let names =
        Names::new("x").with_new(7).with_validate("v").with_call(Word::Err).with_METHOD(true).serializer([1, 2]);
    ::core::assert!(names.validate().is_ok());
    ::core::assert!(Clone::clone(&names) == names);
    ::core::assert_eq!(Names::METHOD, "alipay.trade.query");
    ::core::assert_eq!(Object::new().index(1).get, ::core::option::Option::None);
    ::core::assert_eq!(Fault::from_code("NONE"), Fault::None);
}

//! The declaration language of `alipay-core`, which re-exports these macros with their reference
//! documentation: a proc-macro crate cannot run doctests against its own runtime.

// A panic in a macro ends completion in the editor and tells its author nothing.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

mod attr;
mod check;
mod context;
mod expand;
mod model;
mod suggest;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

use crate::attr::{Item, Kind};
use crate::context::Context;

/// Declares the request of a method. See the re-export in `alipay-core`.
#[proc_macro_attribute]
pub fn alipay_api(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::attribute(&expand::REQUEST, &arguments.into(), &item.into()).into()
}

/// Declares the contents of a message. See the re-export in `alipay-core`.
#[proc_macro_attribute]
pub fn alipay_message(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::attribute(&expand::MESSAGE, &arguments.into(), &item.into()).into()
}

/// What [`macro@alipay_api`] puts on the struct; it does all the work.
#[doc(hidden)]
#[proc_macro_derive(AlipayRequest, attributes(alipay, serde))]
pub fn derive_request(input: TokenStream) -> TokenStream {
    declaration(&parse_macro_input!(input as Item), Kind::Request).into()
}

/// What [`macro@alipay_message`] puts on the struct; it does all the work.
#[doc(hidden)]
#[proc_macro_derive(AlipayMessage, attributes(alipay, serde))]
pub fn derive_message(input: TokenStream) -> TokenStream {
    declaration(&parse_macro_input!(input as Item), Kind::Message).into()
}

/// Declares an object or a response. See the re-export in `alipay-core`.
#[proc_macro_derive(Record, attributes(alipay, serde))]
pub fn derive_record(input: TokenStream) -> TokenStream {
    declaration(&parse_macro_input!(input as Item), Kind::Object).into()
}

/// Declares a list of words. See the re-export in `alipay-core`.
#[proc_macro_derive(WireEnum, attributes(alipay, serde))]
pub fn derive_wire_enum(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let mut context = Context::new();
    let words = attr::wire_enum(&input, &mut context);
    expand::or_fallback(context, words.map(|words| expand::wire_enum(&words)), || expand::fallback::wire_enum(&input))
        .into()
}

/// Declares the business error codes of a method. See the re-export in `alipay-core`.
#[proc_macro_derive(ErrorCode, attributes(alipay, serde))]
pub fn derive_error_code(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let mut context = Context::new();
    let words = attr::error_code(&input, &mut context);
    expand::or_fallback(context, words.map(|words| expand::error_code(&words)), || expand::fallback::error_code(&input))
        .into()
}

fn declaration(Item(input): &Item, kind: Kind) -> proc_macro2::TokenStream {
    let mut context = Context::new();
    let declaration = attr::declaration(input, kind, &mut context);
    if let Some(declaration) = &declaration {
        check::check(declaration, &mut context);
    }
    let written = declaration.as_ref().map(expand::declaration);
    expand::or_fallback(context, written, || expand::fallback::declaration(input, kind, declaration.as_ref()))
}

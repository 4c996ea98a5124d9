//! Model to tokens.
//!
//! What every declaration becomes is a template of the runtime's, to which the tokens here are filled in. What
//! only some have stands in an anonymous constant, so that its names meet none of the author's; `__p` is
//! the runtime's hidden module with everything that generated code names.

mod attribute;
pub(crate) mod fallback;
mod message;
mod methods;
mod record;
mod request;
mod table;
mod types;
mod words;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

pub(crate) use attribute::{MESSAGE, REQUEST, attribute};
pub(crate) use words::{error_code, wire_enum};

use crate::context::Context;
use crate::model::Declaration;

/// Everything that a declared struct becomes.
pub(crate) fn declaration(declaration: &Declaration) -> TokenStream {
    let record = record::record(declaration);
    let methods = methods::methods(declaration);
    let request = declaration.method.as_ref().map(|method| request::request(declaration, method));
    let message = declaration.message.as_ref().map(|message| message::impls(&declaration.ident, message));
    let checks = types::checks(declaration);
    let more = quote!(#message #checks);
    let more = (!more.is_empty()).then(|| in_constant(&declaration.krate, &more));
    quote!(#record #methods #request #more)
}

/// What was written, or the mistakes and what keeps them from causing others.
pub(crate) fn or_fallback(
    context: Context,
    written: Option<TokenStream>,
    fallback: impl FnOnce() -> TokenStream,
) -> TokenStream {
    let is_clean = context.is_clean();
    let errors = context.finish();
    match written {
        Some(written) if is_clean => written,
        _ => {
            let fallback = fallback();
            quote!(#errors #fallback)
        }
    }
}

fn in_constant(krate: &impl ToTokens, items: &TokenStream) -> TokenStream {
    quote! {
        #[allow(deprecated, unused_qualifications, clippy::all, clippy::pedantic)]
        const _: () = {
            use #krate::__private as __p;
            #items
        };
    }
}

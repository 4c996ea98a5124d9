//! What only the contents of a message have: the name.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::model::Message;

pub(super) fn impls(ident: &Ident, message: &Message) -> TokenStream {
    let Message { name, docs } = message;
    let docs = docs.as_ref().map_or_else(|| quote!(__p::None), |docs| quote!(__p::Some(#docs)));
    quote! {
        #[automatically_derived]
        impl __p::MessageContent for #ident {
            const METHOD: &'static str = #name;
            const DOCS: __p::Option<&'static str> = #docs;
        }
    }
}

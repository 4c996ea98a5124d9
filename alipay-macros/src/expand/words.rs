//! Wire enums and error codes: the words. What is done with them stands in the runtime.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use crate::model::{Code, Word, Words};

pub(crate) fn wire_enum(words: &Words<Word>) -> TokenStream {
    let Words { ident, vis, krate, open, variants } = words;
    let name = ident.unraw().to_string();
    let words = variants.iter().map(|Word { ident, wire }| quote!(#ident #wire));
    quote!(#krate::__private::word_enum! { #vis enum #ident #name #open #(#words)* })
}

pub(crate) fn error_code(words: &Words<Code>) -> TokenStream {
    let Words { ident, krate, variants, .. } = words;
    let name = ident.unraw().to_string();
    let codes = variants
        .iter()
        .map(|Code { ident, wire, meaning, remedy, retry }| quote!(#ident #wire #meaning #remedy #retry));
    quote!(#krate::__private::code_enum! { #ident #name #(#codes)* })
}

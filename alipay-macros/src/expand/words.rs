//! Wire enums and error codes: one `match` each way, the rest is forwarded.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::in_constant;
use crate::model::{Code, Word, Words};

pub(crate) fn wire_enum(words: &Words<Word>) -> TokenStream {
    let Words { ident, vis, krate, open, variants } = words;
    let name = ident.unraw().to_string();
    let variant: Vec<_> = variants.iter().map(|word| &word.ident).collect();
    let wire: Vec<_> = variants.iter().map(|word| &word.wire).collect();
    let items = quote! {
        #[automatically_derived]
        impl __p::WireEnum for #ident {
            const ENUM: &'static __p::EnumSchema =
                &__p::EnumSchema { name: #name, values: &[#(#wire),*], open: #open };
            #[inline]
            fn from_wire(word: &str) -> Self {
                match word {
                    #(#wire => Self::#variant,)*
                    _ => Self::Unknown(<__p::String as __p::From<&str>>::from(word)),
                }
            }
            #[inline]
            fn as_str(&self) -> &str {
                #ident::as_str(self)
            }
            #[inline]
            fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }
        __p::forward_word!(#ident);
    };
    let constant = in_constant(krate, &items);
    quote! {
        #constant
        #[allow(dead_code)]
        #[automatically_derived]
        impl #ident {
            /// The word on the wire.
            #[inline]
            #[must_use]
            #vis const fn as_str(&self) -> &str {
                match self {
                    #(Self::#variant => #wire,)*
                    Self::Unknown(word) => word.as_str(),
                }
            }
        }
    }
}

pub(crate) fn error_code(words: &Words<Code>) -> TokenStream {
    let Words { ident, krate, variants, .. } = words;
    let name = ident.unraw().to_string();
    let variant: Vec<_> = variants.iter().map(|code| &code.ident).collect();
    let code: Vec<_> = variants.iter().map(|code| &code.wire).collect();
    let entries = variants.iter().map(|Code { wire, meaning, remedy, retry, .. }| {
        quote!(__p::ErrorEntry { code: #wire, meaning: #meaning, remedy: #remedy, retry: __p::Retry::#retry })
    });
    let items = quote! {
        #[automatically_derived]
        impl __p::ErrorCode for #ident {
            const TABLE: &'static __p::ErrorTable = &__p::ErrorTable { name: #name, entries: &[#(#entries),*] };
            #[inline]
            fn from_code(code: &str) -> Self {
                match code {
                    #(#code => Self::#variant,)*
                    _ => Self::Unknown(<__p::String as __p::From<&str>>::from(code)),
                }
            }
            #[inline]
            fn as_str(&self) -> &str {
                match self {
                    #(Self::#variant => #code,)*
                    Self::Unknown(code) => code.as_str(),
                }
            }
        }
        __p::forward_code!(#ident);
    };
    in_constant(krate, &items)
}

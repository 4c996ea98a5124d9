//! Wire enums and error codes: one `match` each way, the rest is forwarded.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::in_constant;
use crate::model::{Code, Word, Words};

pub(crate) fn wire_enum(words: &Words<Word>) -> TokenStream {
    let Words { ident, vis, krate, open, variants } = words;
    let name = ident.unraw().to_string();
    let variant: Vec<_> = variants.iter().map(|word| &word.ident).collect();
    let wire: Vec<_> = variants.iter().map(|word| &word.wire).collect();
    let forwarded = forwarded(ident);
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
        #[automatically_derived]
        impl __p::FieldValue for #ident {
            type Kind = __p::kind::WordKind<Self>;
            const SHAPE: __p::Shape = __p::Shape::Enum(<Self as __p::WireEnum>::ENUM);
            #[inline]
            fn blank() -> Self {
                Self::Unknown(__p::String::new())
            }
            #[inline]
            fn value(&self) -> __p::Value<'_> {
                __p::word(self)
            }
            #[inline]
            fn slot(&mut self) -> __p::Slot<'_> {
                __p::Slot::Scalar(self)
            }
        }
        #[automatically_derived]
        impl __p::Scalar for #ident {
            #[inline]
            fn read(&mut self, token: __p::Token<'_>) -> __p::Result<(), __p::Mismatch> {
                __p::read_word(self, token)
            }
        }
        #forwarded
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

/// What goes through the word.
fn forwarded(ident: &Ident) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __p::From<&str> for #ident {
            #[inline]
            fn from(word: &str) -> Self {
                <Self as __p::WireEnum>::from_wire(word)
            }
        }
        #[automatically_derived]
        impl __p::From<__p::String> for #ident {
            #[inline]
            fn from(word: __p::String) -> Self {
                <Self as __p::WireEnum>::from_wire(&word)
            }
        }
        #[automatically_derived]
        impl __p::Display for #ident {
            #[inline]
            fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                f.pad(self.as_str())
            }
        }
        #[automatically_derived]
        impl __p::Serialize for #ident {
            #[inline]
            fn serialize<S: __p::Serializer>(&self, serializer: S) -> __p::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        #[automatically_derived]
        impl<'de> __p::Deserialize<'de> for #ident {
            #[inline]
            fn deserialize<D: __p::Deserializer<'de>>(deserializer: D) -> __p::Result<Self, D::Error> {
                __p::deserialize_word(deserializer)
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
        #[automatically_derived]
        impl __p::Display for #ident {
            #[inline]
            fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                f.pad(__p::ErrorCode::as_str(self))
            }
        }
    };
    in_constant(krate, &items)
}

//! After a mistake: every trait and method with a blank body, so that the author reads one error
//! and not forty.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, ImplGenerics, TypeGenerics, WhereClause};

use super::in_constant;
use super::methods::methods;
use super::request::request;
use crate::attr::Kind;
use crate::model::Declaration;

/// For a struct; `read` is what could be read of it.
pub(crate) fn declaration(input: &DeriveInput, kind: Kind, read: Option<&Declaration>) -> TokenStream {
    let ident = &input.ident;
    let (generics, arguments, bounds) = bounds(input);
    let (std, serde) = (std(input), serde(input));
    let known = read.and_then(|declaration| declaration.method.as_ref().map(|method| request(declaration, method)));
    let unknown = (kind == Kind::Request && known.is_none()).then(|| unknown_request(input));
    let message = (kind == Kind::Message).then(|| message(input));
    let methods = read.map(methods);
    let items = quote! {
        impl #generics __p::Declared for #ident #arguments #bounds {
            fn declaration() -> &'static __p::Schema {
                ::core::unreachable!()
            }
            fn unread() -> Self {
                ::core::unreachable!()
            }
            fn field(&self, _: usize) -> &dyn __p::Place {
                ::core::unreachable!()
            }
            fn field_mut(&mut self, _: usize) -> &mut dyn __p::Place {
                ::core::unreachable!()
            }
        }
        #std
        #serde
        #unknown
        #message
    };
    let constant = in_constant(&krate(input), &items);
    quote!(#constant #methods #known)
}

fn unknown_request(input: &DeriveInput) -> TokenStream {
    let DeriveInput { ident, vis, .. } = input;
    let (generics, arguments, bounds) = bounds(input);
    quote! {
        impl #generics __p::ApiRequest for #ident #arguments #bounds {
            const METHOD: &'static str = "";
            type Response = Self;
            type ErrorCode = __p::AnyCode;
            fn api() -> &'static __p::Api {
                ::core::unreachable!()
            }
        }
        impl #generics __p::Callable for #ident #arguments #bounds {}
        #[allow(dead_code)]
        impl #generics #ident #arguments #bounds {
            #vis const METHOD: &'static str = "";
            #vis fn validate(&self) -> __p::Result<(), __p::Violations> {
                ::core::unreachable!()
            }
            #vis fn review(&self) -> __p::Vec<__p::Violation> {
                ::core::unreachable!()
            }
            #vis fn call<'a>(&'a self, _: &'a __p::Client) -> __p::Call<'a, &'a Self> {
                ::core::unreachable!()
            }
        }
    }
}

fn message(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (generics, arguments, bounds) = bounds(input);
    quote! {
        impl #generics __p::MessageContent for #ident #arguments #bounds {
            const METHOD: &'static str = "";
            const DOCS: __p::Option<&'static str> = __p::None;
        }
    }
}

pub(crate) fn wire_enum(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let vis = &input.vis;
    let (generics, arguments, bounds) = bounds(input);
    let (std, serde) = (std(input), serde(input));
    let items = quote! {
        #[allow(dead_code)]
        impl #generics #ident #arguments #bounds {
            #vis const fn as_str(&self) -> &str {
                ""
            }
        }
        impl #generics __p::WireEnum for #ident #arguments #bounds {
            const ENUM: &'static __p::EnumSchema = &__p::EnumSchema { name: "", values: &[], open: true };
            fn from_wire(_: &str) -> Self {
                ::core::unreachable!()
            }
            fn as_str(&self) -> &str {
                ::core::unreachable!()
            }
            fn is_known(&self) -> bool {
                ::core::unreachable!()
            }
        }
        impl #generics __p::From<&str> for #ident #arguments #bounds {
            fn from(_: &str) -> Self {
                ::core::unreachable!()
            }
        }
        impl #generics __p::From<__p::String> for #ident #arguments #bounds {
            fn from(_: __p::String) -> Self {
                ::core::unreachable!()
            }
        }
        impl #generics __p::Display for #ident #arguments #bounds {
            fn fmt(&self, _: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                ::core::unreachable!()
            }
        }
        impl #generics __p::FieldValue for #ident #arguments #bounds {
            type Kind = __p::kind::WordKind<Self>;
            const SHAPE: __p::Shape = __p::Shape::Text;
            fn blank() -> Self {
                ::core::unreachable!()
            }
            fn value(&self) -> __p::Value<'_> {
                ::core::unreachable!()
            }
            fn slot(&mut self) -> __p::Slot<'_> {
                ::core::unreachable!()
            }
        }
        impl #generics __p::Eq for #ident #arguments #bounds {}
        #std
        #serde
    };
    in_constant(&krate(input), &items)
}

pub(crate) fn error_code(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (generics, arguments, bounds) = bounds(input);
    let std = std(input);
    let items = quote! {
        impl #generics __p::ErrorCode for #ident #arguments #bounds {
            const TABLE: &'static __p::ErrorTable = &__p::ErrorTable { name: "", entries: &[] };
            fn from_code(_: &str) -> Self {
                ::core::unreachable!()
            }
            fn as_str(&self) -> &str {
                ::core::unreachable!()
            }
        }
        impl #generics __p::Display for #ident #arguments #bounds {
            fn fmt(&self, _: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                ::core::unreachable!()
            }
        }
        impl #generics __p::Eq for #ident #arguments #bounds {}
        #std
    };
    in_constant(&krate(input), &items)
}

/// What `std` has derives for.
fn std(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (generics, arguments, bounds) = bounds(input);
    quote! {
        impl #generics __p::Clone for #ident #arguments #bounds {
            fn clone(&self) -> Self {
                ::core::unreachable!()
            }
        }
        impl #generics __p::PartialEq for #ident #arguments #bounds {
            fn eq(&self, _: &Self) -> bool {
                ::core::unreachable!()
            }
        }
        impl #generics __p::Debug for #ident #arguments #bounds {
            fn fmt(&self, _: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                ::core::unreachable!()
            }
        }
    }
}

fn serde(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let (generics, arguments, bounds) = bounds(input);
    let mut with_de = input.generics.clone();
    with_de.params.insert(0, syn::parse_quote!('de));
    let (with_de, ..) = with_de.split_for_impl();
    quote! {
        impl #generics __p::Serialize for #ident #arguments #bounds {
            fn serialize<__S: __p::Serializer>(&self, _: __S) -> __p::Result<__S::Ok, __S::Error> {
                ::core::unreachable!()
            }
        }
        impl #with_de __p::Deserialize<'de> for #ident #arguments #bounds {
            fn deserialize<__D: __p::Deserializer<'de>>(_: __D) -> __p::Result<Self, __D::Error> {
                ::core::unreachable!()
            }
        }
    }
}

/// Generics are a mistake of their own; they still need an impl that fits.
fn bounds(input: &DeriveInput) -> (ImplGenerics<'_>, TypeGenerics<'_>, TokenStream) {
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let own = (!input.generics.params.is_empty()).then(|| quote!(Self: 'static + Send + Sync,));
    let bounds = match (bounds, own) {
        (None, own) => own.map(|own| quote!(where #own)),
        (Some(WhereClause { predicates, .. }), own) => {
            let predicates = predicates.iter();
            Some(quote!(where #own #(#predicates),*))
        }
    };
    (generics, arguments, bounds.unwrap_or_default())
}

fn krate(input: &DeriveInput) -> TokenStream {
    let lists = input.attrs.iter().filter(|attribute| attribute.path().is_ident("alipay"));
    let named = lists
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .find_map(|list| super::attribute::krate(&list.tokens));
    named.unwrap_or_else(|| quote!(::alipay_core))
}

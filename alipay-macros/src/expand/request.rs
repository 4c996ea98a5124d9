//! What only a request has: the facts of its method.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::LitStr;

use crate::model::{Declaration, Method, Route};

pub(super) fn impls(declaration: &Declaration, method: &Method) -> TokenStream {
    let ident = &declaration.ident;
    let Method { name, response, in_progress, encrypts, .. } = method;
    let response_key = format!("{}_response", name.value().replace('.', "_"));
    let read_only = method.read_only.is_some();
    let docs = option(method.docs.as_ref());
    let retired = option(method.retired.as_ref());
    let idempotent_by = option(idempotent_by(declaration, method).as_ref());
    let error = error(method);
    let (route, marker) = (route(method.route), marker(method.route));
    let parameters = declaration.fields.iter().filter(|field| field.parameter.is_some()).map(|field| &field.wire);
    quote! {
        #[automatically_derived]
        impl __p::ApiRequest for #ident {
            const METHOD: &'static str = #name;
            type Response = #response;
            type ErrorCode = #error;
            #[inline]
            fn api() -> &'static __p::Api {
                // Not a `static`, which is compiled with all that it points to whether somebody calls or not.
                const {
                    &__p::Api {
                        method: #name,
                        response_key: #response_key,
                        docs: #docs,
                        retired: #retired,
                        in_progress: #in_progress,
                        read_only: #read_only,
                        idempotent_by: #idempotent_by,
                        route: __p::Route::#route,
                        encrypts: #encrypts,
                        parameters: &[#(#parameters),*],
                        request: <#ident as __p::Declared>::declaration,
                        response: __p::response_of::<#ident>,
                        errors: __p::errors_of::<#ident>(),
                    }
                }
            }
        }
        #[automatically_derived]
        impl __p::#marker for #ident {}
    }
}

fn route(route: Route) -> Ident {
    format_ident!("{route:?}")
}

/// The trait of the requests that go this way.
pub(super) fn marker(route: Route) -> Ident {
    match route {
        Route::Call => format_ident!("Callable"),
        Route::Page => format_ident!("PageRequest"),
        Route::App => format_ident!("AppRequest"),
    }
}

/// The error type as written, or the one for methods whose document lists no codes.
pub(super) fn error(method: &Method) -> TokenStream {
    method.error.as_ref().map_or_else(|| quote!(__p::AnyCode), |error| quote!(#error))
}

/// The wire name of the field that makes a repeated call harmless.
fn idempotent_by(declaration: &Declaration, method: &Method) -> Option<LitStr> {
    let named = method.idempotent_by.as_ref()?;
    let field = declaration.fields.iter().find(|field| field.ident == *named)?;
    Some(LitStr::new(&field.wire, named.span()))
}

pub(super) fn option(text: Option<&LitStr>) -> TokenStream {
    text.map_or_else(|| quote!(__p::None), |text| quote!(__p::Some(#text)))
}

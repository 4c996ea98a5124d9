//! What only a request has: the facts of its method, and the way it travels.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{LitStr, Visibility};

use crate::model::{Declaration, Method, Route};

pub(super) fn request(declaration: &Declaration, method: &Method) -> TokenStream {
    let Declaration { ident, vis, krate, .. } = declaration;
    let Method { name, response, .. } = method;
    let p = quote!(#krate::__private);
    let marker = marker(method.route);
    let error = error(method, &p);
    let api = api(declaration, method, &p);
    let send = send(vis, method.route, &p);
    quote! {
        #p::request! {
            #vis #ident #name #marker
            answer { #response, #error }
            api { #api }
            send { #send }
        }
    }
}

/// The facts of the method: those that are not as with most, and all others from the runtime.
fn api(declaration: &Declaration, method: &Method, p: &TokenStream) -> TokenStream {
    let response_key = format!("{}_response", method.name.value().replace('.', "_"));
    let ident = &declaration.ident;
    let usual = quote!(#p::api::<#ident>(#response_key));
    let facts = facts(declaration, method, p);
    if facts.is_empty() { usual } else { quote!(#p::Api { #facts ..#usual }) }
}

fn facts(declaration: &Declaration, method: &Method, p: &TokenStream) -> TokenStream {
    let text = |fact: &str, text: Option<&LitStr>| {
        let fact = format_ident!("{fact}");
        text.map(|text| quote!(#fact: #p::Some(#text),))
    };
    let truth = |fact: &str, is_true: bool| {
        let fact = format_ident!("{fact}");
        is_true.then(|| quote!(#fact: true,))
    };
    let route = match method.route {
        Route::Call => None,
        Route::Page => Some(quote!(route: #p::Route::Page,)),
        Route::App => Some(quote!(route: #p::Route::App,)),
    };
    let parameters = declaration.fields.iter().filter(|field| field.parameter.is_some()).map(|field| &field.wire);
    let parameters: Vec<_> = parameters.collect();
    let parameters = (!parameters.is_empty()).then(|| quote!(parameters: &[#(#parameters),*],));
    [
        text("docs", method.docs.as_ref()),
        text("retired", method.retired.as_ref()),
        truth("in_progress", method.in_progress),
        truth("read_only", method.read_only.is_some()),
        text("idempotent_by", idempotent_by(declaration, method).as_ref()),
        route,
        truth("encrypts", method.encrypts),
        parameters,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The trait of the requests that go this way.
fn marker(route: Route) -> Ident {
    match route {
        Route::Call => format_ident!("Callable"),
        Route::Page => format_ident!("PageRequest"),
        Route::App => format_ident!("AppRequest"),
    }
}

/// The error type as written, or the one for methods whose document lists no codes.
fn error(method: &Method, p: &TokenStream) -> TokenStream {
    method.error.as_ref().map_or_else(|| quote!(#p::AnyCode), ToTokens::to_token_stream)
}

/// The wire name of the field that makes a repeated call harmless.
fn idempotent_by(declaration: &Declaration, method: &Method) -> Option<LitStr> {
    let named = method.idempotent_by.as_ref()?;
    let field = declaration.fields.iter().find(|field| field.ident == *named)?;
    Some(LitStr::new(&field.wire, named.span()))
}

/// The one way in which the request travels. The alias makes rustc name it to who tries another.
fn send(vis: &Visibility, route: Route, p: &TokenStream) -> TokenStream {
    match route {
        Route::Call => {
            quote! {
                /// The call of the method; await it, or set its options first.
                #[doc(alias("page", "order_string"))]
                #[inline]
                #vis fn call<'a>(&'a self, client: &'a #p::Client) -> #p::Call<'a, &'a Self> {
                    #p::Client::call(client, self)
                }
            }
        }
        Route::Page => {
            let not_called = not_called(vis, p, &quote!(CalledAlthoughAPage));
            quote! {
                #not_called

                /// The page to which the user's browser is sent: set options, then take its `url()` or `form()`.
                #[doc(alias("order_string"))]
                #[inline]
                #vis fn page<'a>(&'a self, client: &'a #p::Client) -> #p::Page<'a> {
                    #p::Client::page(client, self)
                }
            }
        }
        Route::App => {
            let not_called = not_called(vis, p, &quote!(CalledAlthoughForAnApp));
            quote! {
                #not_called

                /// The text that the app on the user's phone hands to Alipay: await it, or set options first.
                #[doc(alias("page"))]
                #[inline]
                #vis fn order_string<'a>(&'a self, client: &'a #p::Client) -> #p::OrderString<'a> {
                    #p::Client::order_string(client, self)
                }
            }
        }
    }
}

/// A `call` that nobody can write: rustc then gives the reason of the trait instead of telling of
/// other traits that have a `call`.
fn not_called(vis: &Visibility, p: &TokenStream, reason: &TokenStream) -> TokenStream {
    quote! {
        #[doc(hidden)]
        #vis fn call<'a, C: #p::#reason<Self>>(&'a self, client: C) -> #p::Call<'a, &'a Self> {
            match client.never() {}
        }
    }
}

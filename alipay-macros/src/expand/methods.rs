//! What the author's type is called by: `new`, setters, and for a request `validate`, `review` and
//! `call`. Written beside the type and not in the anonymous constant, so that messages and
//! completion say `Order::new`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Type;
use syn::ext::IdentExt;

use crate::model::{Container, Declaration, Field, Method, Route};

/// Whether the bodies do their work, or only keep a mistake from causing others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bodies {
    Real,
    Blank,
}

pub(super) fn methods(declaration: &Declaration, is_request: bool, bodies: Bodies) -> TokenStream {
    let krate = &declaration.krate;
    let writer = Writer { declaration, is_request, bodies, p: quote!(#krate::__private) };
    let ident = &declaration.ident;
    let new = writer.new_function();
    let optional = declaration.fields.iter().filter(|field| field.container.is_optional());
    let setters = optional.map(|field| writer.setter(field));
    let request = is_request.then(|| writer.request());
    quote! {
        #[allow(
            dead_code,
            deprecated,
            non_snake_case,
            unused_mut,
            unused_qualifications,
            unused_variables,
            clippy::all,
            clippy::pedantic,
        )]
        #[automatically_derived]
        impl #ident {
            #new
            #(#setters)*
            #request
        }
    }
}

struct Writer<'a> {
    declaration: &'a Declaration,
    is_request: bool,
    bodies: Bodies,
    /// Path of the runtime's hidden module.
    p: TokenStream,
}

impl Writer<'_> {
    fn body(&self, real: TokenStream) -> TokenStream {
        match self.bodies {
            Bodies::Real => real,
            Bodies::Blank => quote!(::core::unreachable!()),
        }
    }

    fn new_function(&self) -> TokenStream {
        let Declaration { ident, vis, fields, .. } = self.declaration;
        let required = fields.iter().filter(|field| !field.container.is_optional());
        let parameters = required.clone().map(|Field { ident, ty, .. }| {
            let parameter = parameter(ty);
            quote!(#ident: #parameter)
        });
        let values = required.clone().map(|Field { ident, .. }| quote!(#ident: ::core::convert::Into::into(#ident)));
        let p = &self.p;
        let body = self.body(quote!(Self { #(#values,)* ..<Self as #p::Declared>::unread() }));
        let doc = format!("A `{ident}` with its required fields; the others are absent.");
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #vis fn new(#(#parameters),*) -> Self {
                #body
            }
        }
    }

    fn setter(&self, field: &Field) -> TokenStream {
        let Field { ident, vis, inner, docs, wire, .. } = field;
        let name = self.setter_name(ident);
        let p = &self.p;
        let one = parameter(inner);
        let list = quote!(impl ::core::iter::IntoIterator<Item = #one>);
        let (parameter, set) = match field.container {
            Container::Plain | Container::Option => (one, quote!(#p::set(&mut self.#ident, #ident))),
            Container::List => (list, quote!(self.#ident = #p::list(#ident))),
            Container::OptionList => (list, quote!(self.#ident = ::core::option::Option::Some(#p::list(#ident)))),
        };
        let doc = if docs.is_empty() {
            let doc = format!("Sets `{wire}`.");
            quote!(#[doc = #doc])
        } else {
            quote!(#(#docs)*)
        };
        let body = self.body(quote! {
            #set;
            self
        });
        quote! {
            #doc
            #[inline]
            #[must_use]
            #vis fn #name(mut self, #ident: #parameter) -> Self {
                #body
            }
        }
    }

    /// The field's name, unless a generated method has it already.
    fn setter_name(&self, ident: &Ident) -> Ident {
        let taken: &[&str] = match (self.is_request, self.route()) {
            (false, _) => &["new"],
            (true, Route::Call) => &["new", "METHOD", "validate", "review", "call"],
            (true, Route::Page) => &["new", "METHOD", "validate", "review", "call", "page"],
            (true, Route::App) => &["new", "METHOD", "validate", "review", "call", "order_string"],
        };
        let is_taken = taken.iter().any(|taken| ident.unraw() == taken);
        if is_taken { format_ident!("with_{ident}", span = ident.span()) } else { ident.clone() }
    }

    fn request(&self) -> TokenStream {
        let vis = &self.declaration.vis;
        let p = &self.p;
        // As a literal, so that the documentation shows it.
        let name = self.declaration.method.as_ref().map_or_else(String::new, |method| method.name.value());
        let validate = self.body(quote!(#p::validate(self)));
        let review = self.body(quote!(#p::review(self)));
        let send = self.send();
        quote! {
            /// The method's name.
            #vis const METHOD: &'static str = #name;

            /// Checks every rule of the declaration.
            ///
            /// # Errors
            /// All rules that refuse the request, in the order of the declaration.
            #[inline]
            #vis fn validate(&self) -> ::core::result::Result<(), #p::Violations> {
                #validate
            }

            /// All findings, advice included, in the order of the declaration.
            #[inline]
            #[must_use]
            #vis fn review(&self) -> ::std::vec::Vec<#p::Violation> {
                #review
            }

            #send
        }
    }

    fn route(&self) -> Route {
        self.declaration.method.as_ref().map_or(Route::Call, |method: &Method| method.route)
    }

    /// A `call` that nobody can write: rustc then gives the reason of the trait instead of telling of
    /// other traits that have a `call`.
    fn not_called(&self, reason: &TokenStream) -> TokenStream {
        let vis = &self.declaration.vis;
        let p = &self.p;
        quote! {
            #[doc(hidden)]
            #vis fn call<'a, C: #p::#reason<Self>>(&'a self, client: C) -> #p::Call<'a, &'a Self> {
                match client.never() {}
            }
        }
    }

    /// The one way in which the request travels. The alias makes rustc name it to who tries another.
    fn send(&self) -> TokenStream {
        let vis = &self.declaration.vis;
        let p = &self.p;
        match self.route() {
            Route::Call => {
                let body = self.body(quote!(#p::Client::call(client, self)));
                quote! {
                    /// The call of the method; await it, or set its options first.
                    #[doc(alias("page", "order_string"))]
                    #[inline]
                    #vis fn call<'a>(&'a self, client: &'a #p::Client) -> #p::Call<'a, &'a Self> {
                        #body
                    }
                }
            }
            Route::Page => {
                let body = self.body(quote!(#p::Client::page(client, self)));
                let not_called = self.not_called(&quote!(CalledAlthoughAPage));
                quote! {
                    #not_called

                    /// The page to which the user's browser is sent: set options, then take its `url()` or `form()`.
                    #[doc(alias("order_string"))]
                    #[inline]
                    #vis fn page<'a>(&'a self, client: &'a #p::Client) -> #p::Page<'a> {
                        #body
                    }
                }
            }
            Route::App => {
                let body = self.body(quote!(#p::Client::order_string(client, self)));
                let not_called = self.not_called(&quote!(CalledAlthoughForAnApp));
                quote! {
                    #not_called

                    /// The text that the app on the user's phone hands to Alipay: await it, or set options first.
                    #[doc(alias("page"))]
                    #[inline]
                    #vis fn order_string<'a>(&'a self, client: &'a #p::Client) -> #p::OrderString<'a> {
                        #body
                    }
                }
            }
        }
    }
}

/// What a caller may give for a value. For an unsigned integer only that: a literal such as `7` has
/// no type of its own and would be taken for an `i32`, which is no `u64`.
fn parameter(ty: &Type) -> TokenStream {
    let is_unsigned = matches!(ty, Type::Path(path) if path.path.is_ident("u32") || path.path.is_ident("u64"));
    if is_unsigned { quote!(#ty) } else { quote!(impl ::core::convert::Into<#ty>) }
}

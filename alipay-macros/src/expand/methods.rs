//! What the author's type is called by: `new`, setters, and for a request `validate`, `review` and
//! `call`. Written beside the type and not in the anonymous constant, so that messages and
//! completion say `Order::new`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Container, Declaration, Field};

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
        let parameters = required.map(|Field { ident, ty, .. }| quote!(#ident: impl ::core::convert::Into<#ty>));
        let values = fields.iter().map(|field| {
            let ident = &field.ident;
            match field.container {
                Container::Plain => quote!(#ident: ::core::convert::Into::into(#ident)),
                Container::Option | Container::OptionList => quote!(#ident: ::core::option::Option::None),
                Container::List => quote!(#ident: ::std::vec::Vec::new()),
            }
        });
        let body = self.body(quote!(Self { #(#values),* }));
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
        let list = quote!(impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<#inner>>);
        let some = quote!(::core::option::Option::Some);
        let (parameter, value) = match field.container {
            Container::Plain | Container::Option => {
                (quote!(impl ::core::convert::Into<#inner>), quote!(#some(::core::convert::Into::into(#ident))))
            }
            Container::List => (list, quote!(#p::list(#ident))),
            Container::OptionList => (list, quote!(#some(#p::list(#ident)))),
        };
        let doc = if docs.is_empty() {
            let doc = format!("Sets `{wire}`.");
            quote!(#[doc = #doc])
        } else {
            quote!(#(#docs)*)
        };
        let body = self.body(quote! {
            self.#ident = #value;
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
        let taken: &[&str] = if self.is_request { &["new", "validate", "review", "call"] } else { &["new"] };
        let is_taken = taken.iter().any(|taken| ident == taken);
        if is_taken { format_ident!("with_{ident}", span = ident.span()) } else { ident.clone() }
    }

    fn request(&self) -> TokenStream {
        let vis = &self.declaration.vis;
        let p = &self.p;
        let validate = self.body(quote!(#p::validate(self)));
        let review = self.body(quote!(#p::review(self)));
        let call = self.body(quote!(#p::Client::call(client, self)));
        quote! {
            /// The method's name.
            #vis const METHOD: &'static str = <Self as #p::ApiRequest>::METHOD;

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

            /// The call of the method; await it, or set its options first.
            #[inline]
            #vis fn call<'a>(&'a self, client: &'a #p::Client) -> #p::Call<'a, &'a Self> {
                #call
            }
        }
    }
}

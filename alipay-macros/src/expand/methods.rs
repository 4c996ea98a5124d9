//! What the author's type gets to be called by: `new`, setters, and for a request `validate`,
//! `review` and `call`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Container, Declaration, Field};

/// Whether the bodies do their work, or only keep a mistake from causing others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bodies {
    Real,
    Blank,
}

impl Bodies {
    fn body(self, real: TokenStream) -> TokenStream {
        match self {
            Self::Real => real,
            Self::Blank => quote!(::core::unreachable!()),
        }
    }
}

pub(super) fn methods(declaration: &Declaration, bodies: Bodies) -> TokenStream {
    let ident = &declaration.ident;
    let new = new(declaration, bodies);
    let optional = declaration.fields.iter().filter(|field| field.container.is_optional());
    let setters = optional.map(|field| setter(field, declaration, bodies));
    let request = declaration.method.is_some().then(|| request(declaration, bodies));
    quote! {
        #[allow(dead_code, unused_mut, unused_variables)]
        #[automatically_derived]
        impl #ident {
            #new
            #(#setters)*
            #request
        }
    }
}

fn new(declaration: &Declaration, bodies: Bodies) -> TokenStream {
    let Declaration { ident, vis, fields, .. } = declaration;
    let required = fields.iter().filter(|field| !field.container.is_optional());
    let parameters = required.map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        quote!(#ident: impl __p::Into<#ty>)
    });
    let values = fields.iter().map(|field| {
        let ident = &field.ident;
        match field.container {
            Container::Plain => quote!(#ident: __p::Into::into(#ident)),
            Container::Option | Container::OptionList => quote!(#ident: __p::None),
            Container::List => quote!(#ident: __p::Vec::new()),
        }
    });
    let body = bodies.body(quote!(#ident { #(#values),* }));
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

fn setter(field: &Field, declaration: &Declaration, bodies: Bodies) -> TokenStream {
    let Field { ident, vis, inner, docs, wire, .. } = field;
    let name = setter_name(ident, declaration);
    let (parameter, value) = match field.container {
        Container::Plain | Container::Option => {
            (quote!(impl __p::Into<#inner>), quote!(__p::Some(__p::Into::into(#ident))))
        }
        Container::List => (list(inner), quote!(__p::list(#ident))),
        Container::OptionList => (list(inner), quote!(__p::Some(__p::list(#ident)))),
    };
    let doc = if docs.is_empty() {
        let doc = format!("Sets `{wire}`.");
        quote!(#[doc = #doc])
    } else {
        quote!(#(#docs)*)
    };
    let body = bodies.body(quote! {
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

fn list(inner: &syn::Type) -> TokenStream {
    quote!(impl __p::IntoIterator<Item = impl __p::Into<#inner>>)
}

/// The field's name, unless a generated method has it already.
fn setter_name(ident: &Ident, declaration: &Declaration) -> Ident {
    let is_request = declaration.method.is_some();
    let is_taken = ident == "new" || (is_request && ["validate", "review", "call"].iter().any(|taken| ident == taken));
    if is_taken { format_ident!("with_{ident}", span = ident.span()) } else { ident.clone() }
}

fn request(declaration: &Declaration, bodies: Bodies) -> TokenStream {
    let vis = &declaration.vis;
    let validate = bodies.body(quote!(__p::validate(self)));
    let review = bodies.body(quote!(__p::review(self)));
    let call = bodies.body(quote!(__p::Call::new(client, self)));
    quote! {
        /// The method's name.
        #vis const METHOD: &'static str = <Self as __p::ApiRequest>::METHOD;

        /// Checks every rule of the declaration.
        ///
        /// # Errors
        /// All rules that refuse the request, in the order of the declaration.
        #[inline]
        #vis fn validate(&self) -> __p::Result<(), __p::Violations> {
            #validate
        }

        /// All findings, advice included, in the order of the declaration.
        #[inline]
        #[must_use]
        #vis fn review(&self) -> __p::Vec<__p::Violation> {
            #review
        }

        /// The call of the method; await it, or set its options first.
        #[inline]
        #vis fn call<'a>(&'a self, client: &'a __p::Client) -> __p::Call<'a, &'a Self> {
            #call
        }
    }
}

//! What the author's type is called by: `new`, setters, and for a request `validate`, `review` and
//! `call`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::model::{Container, Declaration, Field, Method, Route};

pub(super) fn methods(declaration: &Declaration, is_request: bool) -> TokenStream {
    let Declaration { ident, vis, krate, fields, .. } = declaration;
    let writer = Writer { declaration, is_request, p: quote!(#krate::__private) };
    let doc = format!("A `{ident}` with its required fields; the others are absent.");
    let (optional, required): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.container.is_optional());
    let new = writer.new_body(&required);
    let parameters = required.into_iter().map(|field| writer.parameter(field));
    let setters = optional.into_iter().map(|field| writer.setter(field));
    let request = is_request.then(|| writer.request());
    quote! {
        #krate::__private::methods! {
            #vis struct #ident #doc
            new(#(#parameters),*) { #new }
            setters { #(#setters)* }
            #request
        }
    }
}

struct Writer<'a> {
    declaration: &'a Declaration,
    is_request: bool,
    /// Path of the runtime's hidden module.
    p: TokenStream,
}

impl Writer<'_> {
    /// Of `new`.
    fn parameter(&self, field: &Field) -> TokenStream {
        let (ident, given) = (&field.ident, self.given(field));
        quote!(#ident: #given)
    }

    /// What a caller may give for a value, or for an item of a list.
    fn given(&self, field: &Field) -> TokenStream {
        let (p, inner) = (&self.p, &field.inner);
        if is_exact(field) { quote!(#inner) } else { quote!(impl #p::Into<#inner>) }
    }

    /// Most objects require nothing, and then there is nothing to put together.
    fn new_body(&self, required: &[&Field]) -> TokenStream {
        let p = &self.p;
        if required.is_empty() {
            return quote!(#p::Declared::unread());
        }
        let required = required.iter().map(|field| &field.ident);
        quote!(Self { #(#required: #p::Into::into(#required),)* ..#p::Declared::unread() })
    }

    fn setter(&self, field: &Field) -> TokenStream {
        let Field { ident, vis, inner, docs, wire, .. } = field;
        let name = self.setter_name(ident);
        let (set, parameter) = match field.container {
            Container::Plain | Container::Option if is_exact(field) => (quote!(set), quote!({ #inner })),
            Container::Plain | Container::Option => (quote!(set), quote!((#inner))),
            Container::List | Container::OptionList => {
                let item = self.given(field);
                let set = if field.container == Container::List { quote!(set_list) } else { quote!(set_some_list) };
                (set, quote!([#item]))
            }
        };
        let inline = is_exact(field).then(|| quote!(#[inline]));
        let written = quote!(#inline #set #vis #name: #ident #parameter;);
        if docs.is_empty() {
            let doc = format!("Sets `{wire}`.");
            return quote!(#[doc = #doc] #written);
        }
        quote!(#(#docs)* #written)
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
                #p::validate(self)
            }

            /// All findings, advice included, in the order of the declaration.
            #[inline]
            #[must_use]
            #vis fn review(&self) -> ::std::vec::Vec<#p::Violation> {
                #p::review(self)
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
                let not_called = self.not_called(&quote!(CalledAlthoughAPage));
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
                let not_called = self.not_called(&quote!(CalledAlthoughForAnApp));
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
}

/// Whether a caller has to give exactly the type, and not what becomes it: nothing else becomes a `bool`, and
/// for an unsigned integer a literal such as `7` would be taken for an `i32`, which is no `u64`.
fn is_exact(field: &Field) -> bool {
    field.is_one_of(&["bool", "u32", "u64"])
}

//! A struct with its attributes, as a [`Declaration`].

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, GenericArgument, LitStr, PathArguments, TypePath};

use super::container::{classify, word};
use super::rule::{self, Level};
use super::{condition, default_crate, items, key, path_value, refuse_serde, set_once, type_value, value};
use crate::context::Context;
use crate::model::{Declaration, Field, Message, Method, Route, Rule};
use crate::suggest::closest;

/// What a struct is declared as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The request of a method, by `#[alipay_api]`.
    Request,
    /// The contents of a message, by `#[alipay_message]`.
    Message,
    /// An object or a response, by `#[derive(Record)]`.
    Object,
}

/// Reads a struct; `None` if it is not a plain one.
pub(crate) fn declaration(input: &DeriveInput, kind: Kind, context: &mut Context) -> Option<Declaration> {
    refuse_serde(&input.attrs, context);
    let fields = named_fields(input, kind, context)?;
    let mut facts = Facts::default();
    items(&input.attrs, context, |key, input, _| facts.item(key, input, kind));
    let message = facts.message(input, kind, context);
    let method = facts.method(input, kind, context);
    Some(Declaration {
        ident: input.ident.clone(),
        vis: input.vis.clone(),
        krate: facts.krate.unwrap_or_else(default_crate),
        method,
        message,
        fields: fields.into_iter().map(|(ident, plain)| field(ident, plain, &input.ident, context)).collect(),
        rules: facts.rules,
    })
}

fn named_fields<'a>(
    input: &'a DeriveInput,
    kind: Kind,
    context: &mut Context,
) -> Option<Vec<(&'a Ident, &'a syn::Field)>> {
    let what = match kind {
        Kind::Request => "`#[alipay_api]`",
        Kind::Message => "`#[alipay_message]`",
        Kind::Object => "`Record`",
    };
    let fields = match &input.data {
        Data::Struct(data) => &data.fields,
        Data::Enum(data) => {
            context.error_at(data.enum_token, format!("{what} needs a struct: for a list of words derive `WireEnum`"));
            return None;
        }
        Data::Union(data) => {
            context.error_at(data.union_token, format!("{what} needs a struct"));
            return None;
        }
    };
    if !input.generics.params.is_empty() || input.generics.where_clause.is_some() {
        let message = format!("{what} needs a struct without generics: one struct is one object of the document");
        if input.generics.params.is_empty() {
            context.error_at(&input.generics.where_clause, message);
        } else {
            context.error_at(&input.generics, message);
        }
        return None;
    }
    match fields {
        Fields::Named(named) => {
            Some(named.named.iter().filter_map(|field| Some((field.ident.as_ref()?, field))).collect())
        }
        Fields::Unnamed(unnamed) => {
            context.error_at(unnamed, format!("{what} needs named fields: write `{{ name: type, … }}`"));
            None
        }
        Fields::Unit => {
            context
                .error_at(&input.ident, format!("{what} needs named fields: for an object without any write `{{}}`"));
            None
        }
    }
}

/// What the attributes of the struct say.
#[derive(Default)]
struct Facts {
    krate: Option<syn::Path>,
    name: Option<LitStr>,
    response: Option<syn::Type>,
    error: Option<syn::Type>,
    docs: Option<LitStr>,
    retired: Option<LitStr>,
    in_progress: Option<()>,
    read_only: Option<Ident>,
    idempotent_by: Option<Ident>,
    page: Option<Ident>,
    app: Option<Ident>,
    encrypts: Option<()>,
    /// Keys that were written, whether they were misspelt and whether their values could be read or not.
    written: Vec<String>,
    rules: Vec<Rule>,
}

impl Facts {
    fn item(&mut self, key: Ident, input: ParseStream<'_>, kind: Kind) -> syn::Result<()> {
        let facts: Vec<&str> = match kind {
            Kind::Request => [key::STRUCT_FACTS, key::REQUEST_FACTS].concat(),
            Kind::Message => [key::STRUCT_FACTS, key::MESSAGE_FACTS].concat(),
            Kind::Object => key::STRUCT_FACTS.to_vec(),
        };
        let word = key.to_string();
        if !facts.contains(&word.as_str()) {
            self.written.extend(closest(&word, facts.iter().copied()));
            return rule::add(key, input, Level::Struct, &facts, &mut self.rules);
        }
        self.written.push(word.clone());
        match word.as_str() {
            "crate" => set_once(&mut self.krate, path_value(input)?, &key),
            "method" => set_once(&mut self.name, value(input)?, &key),
            "response" => set_once(&mut self.response, type_value(input)?, &key),
            "error" => set_once(&mut self.error, type_value(input)?, &key),
            "docs" => set_once(&mut self.docs, value(input)?, &key),
            "retired" => set_once(&mut self.retired, value(input)?, &key),
            "in_progress" => set_once(&mut self.in_progress, (), &key),
            "read_only" => set_once(&mut self.read_only, key.clone(), &key),
            "page" => set_once(&mut self.page, key.clone(), &key),
            "app" => set_once(&mut self.app, key.clone(), &key),
            "encrypts" => set_once(&mut self.encrypts, (), &key),
            _ => {
                let content = rule::parentheses(&key, input)?;
                let named = condition::field(&content)?;
                let only = if content.is_empty() { Ok(()) } else { Err(content.error("one field only: remove this")) };
                only.and_then(|()| set_once(&mut self.idempotent_by, named, &key))
            }
        }
    }

    fn message(&mut self, input: &DeriveInput, kind: Kind, context: &mut Context) -> Option<Message> {
        if kind != Kind::Message {
            return None;
        }
        if !self.is_written("method") {
            let message = "which message is this? Add its `msg_method`: `#[alipay_message(method = \"…\")]`";
            context.error_at(&input.ident, message);
        }
        Some(Message { name: self.name.take()?, docs: self.docs.take() })
    }

    fn is_written(&self, key: &str) -> bool {
        self.written.iter().any(|written| written == key)
    }

    fn method(&mut self, input: &DeriveInput, kind: Kind, context: &mut Context) -> Option<Method> {
        if kind != Kind::Request {
            return None;
        }
        for (key, message) in [
            ("method", "which method is this the request of? Add `method = \"…\"` to `#[alipay_api(…)]`"),
            ("response", "what does the method answer? Add `response = …` to `#[alipay_api(…)]`"),
        ] {
            // A key that was written and could not be read was noted where it stands.
            if !self.is_written(key) {
                context.error_at(&input.ident, message);
            }
        }
        let route = match (&self.page, &self.app) {
            (None, None) => Route::Call,
            (Some(_), None) => Route::Page,
            (None, Some(_)) => Route::App,
            (Some(_), Some(app)) => {
                context.error_at(app, "a request goes through a page or through an app: keep one of `page` and `app`");
                Route::App
            }
        };
        Some(Method {
            name: self.name.take()?,
            response: self.response.take()?,
            error: self.error.take(),
            docs: self.docs.take(),
            retired: self.retired.take(),
            in_progress: self.in_progress.is_some(),
            read_only: self.read_only.take(),
            idempotent_by: self.idempotent_by.take(),
            route,
            encrypts: self.encrypts.is_some(),
        })
    }
}

fn field(ident: &Ident, plain: &syn::Field, owner: &Ident, context: &mut Context) -> Field {
    refuse_serde(&plain.attrs, context);
    let (mut rename, mut secret, mut allow_empty, mut parameter) = (None::<LitStr>, None, None, None);
    let mut rules = Vec::new();
    items(&plain.attrs, context, |key, input, _| match key.to_string().as_str() {
        "rename" => set_once(&mut rename, value(input)?, &key),
        "secret" => set_once(&mut secret, (), &key),
        "allow_empty" => set_once(&mut allow_empty, key.span(), &key),
        "parameter" => set_once(&mut parameter, key.span(), &key),
        _ => rule::add(key, input, Level::Field, key::FIELD_FACTS, &mut rules),
    });
    let name = ident.unraw().to_string();
    let ty = without_self(&plain.ty, owner);
    let (container, inner) = classify(&ty);
    Field {
        ident: ident.clone(),
        vis: plain.vis.clone(),
        docs: docs(&plain.attrs),
        wire: rename.as_ref().map_or_else(|| name.clone(), LitStr::value),
        wire_span: rename.as_ref().map_or_else(|| ident.span(), Spanned::span),
        name,
        ty,
        container,
        word: word(&inner),
        inner,
        secret: secret.is_some(),
        allow_empty,
        parameter,
        rules,
    }
}

/// The type with the struct's name for `Self`, which means nothing in a `static`.
fn without_self(ty: &syn::Type, owner: &Ident) -> syn::Type {
    fn named(tokens: TokenStream, owner: &Ident) -> TokenStream {
        let token = |token| match token {
            TokenTree::Ident(ident) if ident == "Self" => Ident::new(&owner.to_string(), ident.span()).into(),
            TokenTree::Group(group) => {
                let mut inside = Group::new(group.delimiter(), named(group.stream(), owner));
                inside.set_span(group.span());
                inside.into()
            }
            other => other,
        };
        tokens.into_iter().map(token).collect()
    }
    if !may_say_self(ty) {
        return ty.clone();
    }
    syn::parse2(named(ty.to_token_stream(), owner)).unwrap_or_else(|_| ty.clone())
}

/// Whether it is worth looking for `Self`: nearly all types are seen not to have it, such as `Option<Amount>`.
fn may_say_self(ty: &syn::Type) -> bool {
    let syn::Type::Path(TypePath { qself: None, path, .. }) = ty else { return true };
    path.segments.iter().any(|segment| {
        let in_arguments = match &segment.arguments {
            PathArguments::None => false,
            PathArguments::AngleBracketed(list) => {
                list.args.iter().any(|argument| !matches!(argument, GenericArgument::Type(ty) if !may_say_self(ty)))
            }
            PathArguments::Parenthesized(_) => true,
        };
        in_arguments || segment.ident == "Self"
    })
}

fn docs(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect()
}

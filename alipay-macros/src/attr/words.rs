//! An enum with its attributes, as a list of [`Words`].

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Lit, LitStr, Meta, Type, Variant};

use super::{default_crate, items, path_value, refuse_serde, set_once, unquoted, value, value_with};
use crate::context::Context;
use crate::model::{Code, Word, Words};
use crate::suggest::did_you_mean;

/// Reads the enum under `#[derive(WireEnum)]`; `None` if it is no enum.
pub(crate) fn wire_enum(input: &DeriveInput, context: &mut Context) -> Option<Words<Word>> {
    let words = words(input, "WireEnum", &["crate", "open"], word, context)?;
    refuse_doubles(words.variants.iter().map(|word| (&word.ident, &word.wire)), context);
    Some(words)
}

/// Reads the enum under `#[derive(ErrorCode)]`; `None` if it is no enum.
pub(crate) fn error_code(input: &DeriveInput, context: &mut Context) -> Option<Words<Code>> {
    let words = words(input, "ErrorCode", &["crate"], code, context)?;
    refuse_doubles(words.variants.iter().map(|code| (&code.ident, &code.wire)), context);
    Some(words)
}

fn words<V>(
    input: &DeriveInput,
    derive: &str,
    keys: &[&str],
    read: impl Fn(&Variant, &mut Context) -> V,
    context: &mut Context,
) -> Option<Words<V>> {
    refuse_serde(&input.attrs, context);
    let Data::Enum(data) = &input.data else {
        context.error_at(&input.ident, format!("`{derive}` needs an enum: for an object derive `Record`"));
        return None;
    };
    if !input.generics.params.is_empty() {
        context.error_at(&input.generics, format!("`{derive}` needs an enum without generics"));
        return None;
    }
    let (mut krate, mut open) = (None, None);
    items(&input.attrs, context, |key, input, _| {
        if !keys.iter().any(|known| key == known) {
            return Err(unknown(&key, keys));
        }
        if key == "crate" {
            return set_once(&mut krate, path_value(input)?, &key);
        }
        set_once(&mut open, (), &key)
    });
    let mut listed: Vec<&Variant> = data.variants.iter().collect();
    match listed.iter().position(|variant| variant.ident == "Unknown") {
        Some(position) => {
            let unknown = listed.remove(position);
            if position < listed.len() {
                context.error_at(&unknown.ident, "`Unknown(String)` must be the last variant");
            }
            if !holds_text(&unknown.fields) {
                context.error_at(unknown, "`Unknown` must hold the word: write `Unknown(String)`");
            }
        }
        None => context.error_at(
            &input.ident,
            "the platform adds words without notice: add a last variant `Unknown(String)` that takes them",
        ),
    }
    for variant in &listed {
        if !matches!(variant.fields, Fields::Unit) {
            context
                .error_at(&variant.fields, format!("`{}` is one word and holds nothing: remove this", variant.ident));
        }
    }
    Some(Words {
        ident: input.ident.clone(),
        vis: input.vis.clone(),
        krate: krate.unwrap_or_else(default_crate),
        open: open.is_some(),
        variants: listed.into_iter().map(|variant| read(variant, context)).collect(),
    })
}

fn holds_text(fields: &Fields) -> bool {
    let Fields::Unnamed(unnamed) = fields else { return false };
    let mut fields = unnamed.unnamed.iter();
    let is_text = |field: &syn::Field| matches!(&field.ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "String"));
    fields.next().is_some_and(is_text) && fields.next().is_none()
}

fn word(variant: &Variant, context: &mut Context) -> Word {
    refuse_serde(&variant.attrs, context);
    let mut rename = None;
    items(&variant.attrs, context, |key, input, _| match key.to_string().as_str() {
        "rename" => set_once(&mut rename, value(input)?, &key),
        _ => Err(unknown(&key, &["rename"])),
    });
    Word { ident: variant.ident.clone(), wire: rename.unwrap_or_else(|| screaming_snake(&variant.ident)) }
}

fn code(variant: &Variant, context: &mut Context) -> Code {
    refuse_serde(&variant.attrs, context);
    let known = context.len();
    let (mut code, mut remedy, mut retry) = (None, None, None);
    items(&variant.attrs, context, |key, input, _| match key.to_string().as_str() {
        "code" => set_once(&mut code, value(input)?, &key),
        "remedy" => set_once(&mut remedy, value(input)?, &key),
        "retry" => set_once(&mut retry, value_with(input, self::retry)?, &key),
        _ => Err(unknown(&key, &["code", "remedy", "retry"])),
    });
    let meaning = first_paragraph(&variant.attrs);
    // What could not be read is not missing.
    if context.len() == known {
        for (is_missing, message) in [
            (meaning.is_empty(), "what went wrong? Say it in a doc comment: it becomes `meaning()`"),
            (remedy.is_none(), "what is to be done about it? Add `#[alipay(remedy = \"…\")]`"),
            (
                retry.is_none(),
                "may the call be repeated? Add `#[alipay(retry = fix_input)]`, or `after_query`, `same_request`, `later`, `never`",
            ),
        ] {
            if is_missing {
                context.error_at(&variant.ident, message);
            }
        }
    }
    Code {
        ident: variant.ident.clone(),
        wire: code.unwrap_or_else(|| screaming_snake(&variant.ident)),
        meaning,
        remedy: remedy.unwrap_or_else(|| LitStr::new("", variant.ident.span())),
        retry: retry.unwrap_or_else(|| Ident::new("Never", variant.ident.span())),
    }
}

/// The variant of `Retry` for the word that the author writes.
fn retry(input: ParseStream<'_>) -> syn::Result<Ident> {
    let word = unquoted(input, |input| super::word(input, "expected `fix_input`, `same_request`, `later` or `never`"))?;
    let variant = match word.to_string().as_str() {
        "after_query" => "AfterQuery",
        "fix_input" => "FixInput",
        "same_request" => "SameRequest",
        "later" => "Later",
        "never" => "Never",
        other => {
            let guess = did_you_mean(other, ["after_query", "fix_input", "same_request", "later", "never"]);
            let message = format!("expected `after_query`, `fix_input`, `same_request`, `later` or `never`{guess}");
            return Err(syn::Error::new(word.span(), message));
        }
    };
    Ok(Ident::new(variant, word.span()))
}

/// The first paragraph of the doc comment, on one line.
fn first_paragraph(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let paragraph = text.lines().map(str::trim).skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty());
    paragraph.collect::<Vec<_>>().join(" ")
}

/// `TradeHasSuccess` is `TRADE_HAS_SUCCESS` on the wire.
fn screaming_snake(ident: &Ident) -> LitStr {
    let mut word = String::new();
    for letter in ident.unraw().to_string().chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.extend(letter.to_uppercase());
    }
    LitStr::new(&word, ident.span())
}

fn refuse_doubles<'a>(words: impl Iterator<Item = (&'a Ident, &'a LitStr)>, context: &mut Context) {
    let mut seen = std::collections::HashMap::new();
    for (ident, wire) in words {
        if wire.value().is_empty() {
            context.error(wire.span(), format!("`{ident}` has an empty word; write it as the document does"));
        } else if let Some(first) = seen.insert(wire.value(), ident) {
            context.error(wire.span(), format!("`{}` is the word of `{first}` already", wire.value()));
        }
    }
}

fn unknown(key: &Ident, known: &[&str]) -> syn::Error {
    let word = key.to_string();
    let guess = match did_you_mean(&word, known.iter().copied()) {
        none if none.is_empty() => format!("; known here: `{}`", known.join("`, `")),
        guess => guess,
    };
    syn::Error::new(key.span(), format!("no key `{word}`{guess}"))
}

//! The struct of a declaration as syn's tree, without the texts of its doc comments.
//!
//! syn takes the text of every doc comment apart, which is a sixth of what a declaration costs to
//! expand and of use to nobody here: a setter takes the comment over as it is. And before every type it
//! looks for each kind that there is, for as long as for all else of a field: nearly all types are a word, or
//! one around another.

use std::iter;

use proc_macro2::Punct;
use syn::buffer::Cursor;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Data, DataStruct, DeriveInput, Expr, Field, FieldModifiers,
    Fields, FieldsNamed, GenericArgument, Generics, Ident, Meta, MetaNameValue, Path, PathArguments, PathSegment,
    Token, Type, TypePath, braced, bracketed,
};

/// What a derive for structs is put on.
pub(crate) struct Item(pub(crate) DeriveInput);

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ahead = input.fork();
        if let Ok(plain) = plain_struct(&ahead) {
            input.advance_to(&ahead);
            return Ok(Self(plain));
        }
        // An enum, a tuple, generics: there is a mistake to report, and syn reads all of it.
        input.parse().map(Self)
    }
}

fn plain_struct(input: ParseStream<'_>) -> syn::Result<DeriveInput> {
    let attrs = attributes(input)?;
    let vis = input.parse()?;
    let struct_token = input.parse()?;
    let ident = input.parse()?;
    let content;
    let brace_token = braced!(content in input);
    let named = content.call(fields)?;
    let fields = Fields::Named(FieldsNamed { brace_token, named });
    let data = Data::Struct(DataStruct { struct_token, fields, semi_token: None });
    Ok(DeriveInput { attrs, vis, ident, generics: Generics::default(), data })
}

fn fields(input: ParseStream<'_>) -> syn::Result<Punctuated<Field, Token![,]>> {
    let field = |input: ParseStream<'_>| {
        Ok(Field {
            attrs: attributes(input)?,
            vis: input.parse()?,
            modifiers: FieldModifiers::default(),
            ident: Some(input.parse()?),
            colon_token: Some(input.parse()?),
            ty: ty(input)?,
            default: None,
        })
    };
    Punctuated::parse_terminated_with(input, field)
}

fn attributes(input: ParseStream<'_>) -> syn::Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while input.peek(Token![#]) {
        let pound_token = input.parse()?;
        let content;
        let bracket_token = bracketed!(content in input);
        let meta = doc(&content).map_or_else(|| content.parse(), Ok)?;
        attributes.push(Attribute { pound_token, style: AttrStyle::Outer, bracket_token, meta });
    }
    Ok(attributes)
}

/// `doc = "…"`, the text untouched.
fn doc(input: ParseStream<'_>) -> Option<Meta> {
    let ahead = input.fork();
    let word: Ident = ahead.parse().ok().filter(|word| word == "doc")?;
    let eq_token = ahead.parse().ok()?;
    input.advance_to(&ahead);
    Some(Meta::NameValue(MetaNameValue {
        path: Path::from(word),
        eq_token,
        value: Expr::Verbatim(input.parse().ok()?),
    }))
}

fn ty(input: ParseStream<'_>) -> syn::Result<Type> {
    let plain = input.step(|cursor| plain_type(*cursor).ok_or_else(|| cursor.error("another kind of type")));
    plain.or_else(|_| input.parse())
}

/// `Word` or `Word<Word>`, up to the comma.
fn plain_type(cursor: Cursor<'_>) -> Option<(Type, Cursor<'_>)> {
    let (word, mut rest) = cursor.ident()?;
    let mut arguments = PathArguments::None;
    if let Some((open, inside)) = sign(rest, '<') {
        let (inner, after) = inside.ident()?;
        let (close, after) = sign(after, '>')?;
        arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: Token![<](open.span()),
            args: iter::once(GenericArgument::Type(path(inner, PathArguments::None))).collect(),
            gt_token: Token![>](close.span()),
        });
        rest = after;
    }
    (rest.eof() || sign(rest, ',').is_some()).then(|| (path(word, arguments), rest))
}

fn path(ident: Ident, arguments: PathArguments) -> Type {
    let segments = iter::once(PathSegment { ident, arguments }).collect();
    Type::Path(TypePath { attrs: Vec::new(), qself: None, path: Path { leading_colon: None, segments } })
}

fn sign(cursor: Cursor<'_>, sign: char) -> Option<(Punct, Cursor<'_>)> {
    cursor.punct().filter(|(punct, _)| punct.as_char() == sign)
}

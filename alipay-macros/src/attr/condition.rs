//! Conditions, operands and paths: a small recursive descent, loosest binding first.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Token, token};

use super::MAX_DEPTH;
use crate::model::{Condition, Literal, Operand, Path};

impl Parse for Condition {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        any(input, 0)
    }
}

/// `a || b || …`
fn any(input: ParseStream<'_>, depth: usize) -> syn::Result<Condition> {
    let mut parts = vec![all(input, depth)?];
    while input.peek(Token![||]) {
        input.parse::<Token![||]>()?;
        parts.push(all(input, depth)?);
    }
    if input.peek(Ident::peek_any) || input.peek(Token![|]) || input.peek(Token![&]) {
        return Err(input.error("expected `&&`, `||` or the end of the condition"));
    }
    Ok(single_or(parts, Condition::Any))
}

/// `a && b && …`
fn all(input: ParseStream<'_>, depth: usize) -> syn::Result<Condition> {
    let mut parts = vec![term(input, depth)?];
    while input.peek(Token![&&]) {
        input.parse::<Token![&&]>()?;
        parts.push(term(input, depth)?);
    }
    Ok(single_or(parts, Condition::All))
}

fn single_or(mut parts: Vec<Condition>, several: impl FnOnce(Vec<Condition>) -> Condition) -> Condition {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            several(parts)
        }
    }
}

/// `!a`, `(a)`, `present(path)`, `absent(path)` or a comparison
fn term(input: ParseStream<'_>, depth: usize) -> syn::Result<Condition> {
    if depth > MAX_DEPTH {
        return Err(input.error("this condition is nested too deep"));
    }
    if input.peek(Token![!]) {
        input.parse::<Token![!]>()?;
        return Ok(Condition::Not(Box::new(term(input, depth + 1)?)));
    }
    if input.peek(token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        let condition = any(&content, depth + 1)?;
        return if content.is_empty() { Ok(condition) } else { Err(content.error("expected `&&`, `||` or `)`")) };
    }
    if input.peek2(token::Paren) && !input.peek(crate::attr::key::coalesce) {
        return presence(input);
    }
    comparison(input)
}

fn presence(input: ParseStream<'_>) -> syn::Result<Condition> {
    let function = input.call(Ident::parse_any)?;
    let content;
    syn::parenthesized!(content in input);
    if function == "present" {
        content.parse().map(Condition::Present)
    } else if function == "absent" {
        content.parse().map(Condition::Absent)
    } else {
        let message = format!("no function `{function}`: there are `present(…)`, `absent(…)` and `coalesce(…)`");
        Err(syn::Error::new(function.span(), message))
    }
}

fn comparison(input: ParseStream<'_>) -> syn::Result<Condition> {
    let start = input.span();
    let operand: Operand = input.parse()?;
    if input.peek(Token![==]) {
        input.parse::<Token![==]>()?;
        Ok(Condition::Equal(operand, input.parse()?))
    } else if input.peek(Token![!=]) {
        input.parse::<Token![!=]>()?;
        Ok(Condition::NotEqual(operand, input.parse()?))
    } else if input.peek(Token![>]) && !input.peek(Token![>=]) {
        let sign: Token![>] = input.parse()?;
        match input.parse()? {
            number @ Literal::Number(_) => Ok(Condition::Greater(operand, number)),
            _ => Err(syn::Error::new_spanned(
                sign,
                "`>` compares with a number; for two fields there is `greater_than(…)`",
            )),
        }
    } else if input.peek(Token![in]) {
        input.parse::<Token![in]>()?;
        Ok(Condition::In(operand, values(input)?))
    } else if input.peek(Token![=]) {
        Err(input.error("`=` compares nothing: write `==`"))
    } else {
        let message = "expected a comparison: `==`, `!=`, `>` or `in […]`; or ask for `present(…)` or `absent(…)`";
        // At the end of the input there is no token of the author's to point at.
        Err(syn::Error::new(if input.is_empty() { start } else { input.span() }, message))
    }
}

/// `[A, B]`
pub(super) fn values(input: ParseStream<'_>) -> syn::Result<Vec<Literal>> {
    if !input.peek(token::Bracket) {
        return Err(input.error("write the values in brackets, such as `in [TransType::Deposit]`"));
    }
    let content;
    let brackets = syn::bracketed!(content in input);
    let values = Punctuated::<Literal, Token![,]>::parse_terminated(&content)?;
    if values.is_empty() {
        return Err(syn::Error::new(brackets.span.join(), "name at least one value"));
    }
    Ok(values.into_iter().collect())
}

impl Parse for Operand {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(crate::attr::key::coalesce) && input.peek2(token::Paren) {
            let keyword: crate::attr::key::coalesce = input.parse()?;
            return Ok(Self::Coalesce(keyword.span, paths(input)?));
        }
        input.parse().map(Self::Path)
    }
}

/// `(a, b.c, root.d)`
pub(super) fn paths(input: ParseStream<'_>) -> syn::Result<Vec<Path>> {
    let content;
    let parens = syn::parenthesized!(content in input);
    let paths = Punctuated::<Path, Token![,]>::parse_terminated(&content)?;
    if paths.is_empty() {
        return Err(syn::Error::new(parens.span.join(), "name at least one field"));
    }
    Ok(paths.into_iter().collect())
}

impl Parse for Path {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let first = field(input)?;
        if first == "root" && input.peek(Token![.]) {
            input.parse::<Token![.]>()?;
            return Ok(Self { root: Some(first.span()), steps: steps(field(input)?, input)? });
        }
        Ok(Self { root: None, steps: steps(first, input)? })
    }
}

fn steps(first: Ident, input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    let mut steps = vec![first];
    while input.peek(Token![.]) {
        input.parse::<Token![.]>()?;
        steps.push(field(input)?);
    }
    Ok(steps)
}

pub(super) fn field(input: ParseStream<'_>) -> syn::Result<Ident> {
    if input.peek(syn::Ident) {
        return input.parse();
    }
    if input.peek(syn::LitStr) {
        return Err(input.error("write the field's name without quotes"));
    }
    if input.peek(Token![self]) {
        return Err(input.error("write the field's name without `self`"));
    }
    Err(input.error("expected the name of a field"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_has_a_bound() {
        let nested = |depth| format!("{}a == 1{}", "(".repeat(depth), ")".repeat(depth));
        assert!(syn::parse_str::<Condition>(&nested(MAX_DEPTH)).is_ok());
        for too_deep in [nested(MAX_DEPTH + 1), format!("{}present(a)", "!".repeat(10_000))] {
            let message = syn::parse_str::<Condition>(&too_deep).err().map(|error| error.to_string());
            assert_eq!(message.as_deref(), Some("this condition is nested too deep"));
        }
    }

    #[test]
    fn what_is_no_condition_is_refused() {
        for (written, says) in [
            ("a", "expected a comparison"),
            ("a = 1", "write `==`"),
            ("a == 1 and b == 1", "expected `&&`"),
            ("a == 1 | b == 1", "expected `&&`"),
            ("a in (1, 2)", "in brackets"),
            ("self.a == 1", "without `self`"),
            ("a == Kind::Unknown", "name one that it lists"),
            ("a < 1", "expected a comparison"),
            ("a >= 1", "expected a comparison"),
            ("a > \"x\"", "`>` compares with a number"),
            ("a in []", "at least one value"),
            ("a == A", "together with its enum"),
            ("a == b.c", "together with its enum"),
            ("\"a\" == 1", "without quotes"),
            ("exists(a)", "no function `exists`"),
            ("present()", "expected the name of a field"),
            ("coalesce() == 1", "at least one field"),
            ("a == 1 &&", "expected the name of a field"),
            ("(a == 1 b)", "expected `&&`, `||` or the end"),
            ("root. == 1", "expected the name of a field"),
        ] {
            let message = syn::parse_str::<Condition>(written).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(message.contains(says), "{written}: {message}");
        }
    }
}

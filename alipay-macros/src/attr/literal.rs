//! Counts, numbers, ranges and the values that conditions compare with.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{LitBool, LitFloat, LitInt, LitStr, Token};

use crate::model::{Check, Count, Literal, Number};

impl Parse for Count {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let message = "expected a whole number, such as `32`";
        if !input.peek(LitInt) {
            return Err(input.error(message));
        }
        let literal: LitInt = input.parse()?;
        no_suffix(literal.suffix(), literal.span())?;
        let value = literal.base10_parse().map_err(|_| syn::Error::new(literal.span(), message))?;
        Ok(Self { value, span: literal.span() })
    }
}

impl Parse for Number {
    /// `3000`, `0.1`, `-5`
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let minus: Option<Token![-]> = input.parse()?;
        let (digits, span, is_decimal) = if input.peek(LitInt) {
            let literal: LitInt = input.parse()?;
            no_suffix(literal.suffix(), literal.span())?;
            (literal.base10_digits().to_owned(), literal.span(), false)
        } else if input.peek(LitFloat) {
            let literal: LitFloat = input.parse()?;
            no_suffix(literal.suffix(), literal.span())?;
            (literal.base10_digits().to_owned(), literal.span(), true)
        } else {
            return Err(input.error("expected a number, such as `3000` or `0.1`"));
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let magnitude = format!("{}{whole}{fraction}", if minus.is_some() { "-" } else { "" });
        match (magnitude.parse(), u32::try_from(fraction.len())) {
            (Ok(mantissa), Ok(scale)) if scale <= 18 => Ok(Self { mantissa, scale, is_decimal, span }),
            _ => Err(syn::Error::new(span, "a number has at most 18 digits and no exponent")),
        }
    }
}

fn no_suffix(suffix: &str, span: Span) -> syn::Result<()> {
    if suffix.is_empty() { Ok(()) } else { Err(syn::Error::new(span, format!("write the number without `{suffix}`"))) }
}

impl Parse for Literal {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            input.parse().map(Self::Text)
        } else if input.peek(LitBool) {
            input.parse().map(Self::Bool)
        } else if input.peek(LitInt) || input.peek(LitFloat) || input.peek(Token![-]) {
            input.parse().map(Self::Number)
        } else if input.peek(syn::Ident)
            || input.peek(Token![::])
            || input.peek(Token![crate])
            || input.peek(Token![super])
            || input.peek(Token![self])
        {
            let path = input.call(syn::Path::parse_mod_style)?;
            if path.segments.len() < 2 {
                return Err(syn::Error::new_spanned(
                    path,
                    "name the variant together with its enum, such as `TransType::Deposit`",
                ));
            }
            if path.segments.last().is_some_and(|last| last.ident == "Unknown") {
                let message = "`Unknown` is every word that the document does not list: name one that it lists";
                return Err(syn::Error::new_spanned(path, message));
            }
            Ok(Self::Variant(path))
        } else {
            Err(input
                .error("expected a value: a text, a number, `true`, `false` or a variant such as `TransType::Deposit`"))
        }
    }
}

/// `0.1..=3000`, `0..`, `..=100`
pub(super) fn range(input: ParseStream<'_>) -> syn::Result<Check> {
    let start = input.span();
    let min = if input.peek(Token![..]) { None } else { Some(input.parse()?) };
    if input.peek(Token![..=]) {
        input.parse::<Token![..=]>()?;
        return Ok(Check::Range { min, max: Some(input.parse()?) });
    }
    if !input.peek(Token![..]) || input.peek(Token![...]) {
        return Err(input.error("expected a range, such as `0.1..=3000`, `1..` or `..=100`"));
    }
    let dots: Token![..] = input.parse()?;
    if !input.is_empty() && !input.peek(Token![,]) {
        return Err(syn::Error::new_spanned(dots, "write `..=`: the greatest value is within the range"));
    }
    if min.is_none() {
        return Err(syn::Error::new(start, "a range needs an end, such as `1..` or `..=100`"));
    }
    Ok(Check::Range { min, max: None })
}

#[cfg(test)]
mod tests {
    use syn::parse::Parser;

    use super::*;

    #[test]
    fn ranges_keep_their_digits() {
        for (written, min, max) in [
            ("0.1..=3000", Some((1, 1)), Some((3000, 0))),
            ("0.10..=3000.00", Some((10, 2)), Some((300_000, 2))),
            ("-5..=-1", Some((-5, 0)), Some((-1, 0))),
            ("1..", Some((1, 0)), None),
            ("..=-0.5", None, Some((-5, 1))),
            ("1_000..=2_000", Some((1000, 0)), Some((2000, 0))),
        ] {
            let parts = |number: Option<Number>| number.map(|number| (number.mantissa, number.scale));
            match range.parse_str(written) {
                Ok(Check::Range { min: least, max: most }) => {
                    assert_eq!((parts(least), parts(most)), (min, max), "{written}");
                }
                other => panic!("{written}: {:?}", other.err()),
            }
        }
    }

    #[test]
    fn what_is_no_closed_range_is_refused() {
        for (written, says) in [
            ("0..3000", "write `..=`"),
            ("..3000", "write `..=`"),
            ("..", "needs an end"),
            ("5", "expected a range"),
            ("1e3..", "no exponent"),
            ("1u8..", "without `u8`"),
            ("1.5f64..", "without `f64`"),
            ("0.1234567890123456789..", "at most 18 digits"),
            ("99999999999999999999..", "at most 18 digits"),
            ("\"1\"..", "expected a number"),
            ("1..=", "expected a number"),
        ] {
            let message = range.parse_str(written).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(message.contains(says), "{written}: {message}");
        }
    }
}

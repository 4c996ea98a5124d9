//! One rule: on a field or on the struct, bare or within `advise(…)` and `when(…, …)`.

use proc_macro2::Ident;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Token, token};

use super::condition::{paths, values};
use super::{MAX_DEPTH, key, literal, path_value, twice, value, value_with, word};
use crate::model::{Check, Literal, Rule};
use crate::suggest::did_you_mean;

/// Where a rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Field,
    Struct,
}

impl Level {
    fn rules(self) -> &'static [&'static str] {
        match self {
            Self::Field => key::FIELD_RULES,
            Self::Struct => key::STRUCT_RULES,
        }
    }
}

/// Reads what follows the keyword of a rule and adds the rule to those of its place.
/// `facts` are the words beside the rules that may stand in this place.
pub(super) fn add(
    keyword: Ident,
    input: ParseStream<'_>,
    level: Level,
    facts: &[&str],
    rules: &mut Vec<Rule>,
) -> syn::Result<()> {
    let rule = wrapped(keyword, input, level, facts, 0)?;
    let is_same = |other: &Rule| {
        other.keyword == rule.keyword && other.advise == rule.advise && other.when.is_empty() && rule.when.is_empty()
    };
    if is_single(&rule.check) && rules.iter().any(is_same) {
        return Err(twice(&rule.keyword));
    }
    rules.push(rule);
    Ok(())
}

/// Whether a second rule of the kind on the same field could only contradict or repeat the first.
fn is_single(check: &Check) -> bool {
    match check {
        Check::Required
        | Check::MinLen(_)
        | Check::MaxLen(_)
        | Check::MaxBytes(_)
        | Check::MinItems(_)
        | Check::MaxItems(_)
        | Check::Range { .. }
        | Check::Decimals(_)
        | Check::Digits
        | Check::Positive => true,
        Check::Requires(_)
        | Check::RequiredIf(_)
        | Check::ForbiddenIf(_)
        | Check::GreaterThan(_)
        | Check::AtLeast(_)
        | Check::SameAs(_)
        | Check::Excludes(_)
        | Check::ValueIf { .. }
        | Check::AllowedIf { .. }
        | Check::Custom(_)
        | Check::AllOrNone(_)
        | Check::ExactlyOne(_)
        | Check::AtLeastOne(_)
        | Check::AtMostOne(_) => false,
    }
}

fn wrapped(keyword: Ident, input: ParseStream<'_>, level: Level, facts: &[&str], depth: usize) -> syn::Result<Rule> {
    if depth > MAX_DEPTH {
        return Err(syn::Error::new(keyword.span(), "this rule is nested too deep"));
    }
    let name = keyword.to_string();
    expect_form(&keyword, &name, input)?;
    if name == "advise" {
        let content = parentheses(&keyword, input)?;
        let inner = word(&content, "expected a rule: `advise(rule)`")?;
        let rule = wrapped(inner, &content, level, &[], depth + 1)?;
        return closed(&content, Rule { advise: true, ..rule });
    }
    if name == "when" {
        let content = parentheses(&keyword, input)?;
        let condition = content.parse()?;
        if !content.peek(Token![,]) {
            return Err(content.error("expected `,` and a rule: `when(condition, rule)`"));
        }
        content.parse::<Token![,]>()?;
        let inner = word(&content, "expected a rule: `when(condition, rule)`")?;
        let mut rule = wrapped(inner, &content, level, &[], depth + 1)?;
        rule.when.insert(0, condition);
        return closed(&content, rule);
    }
    if !level.rules().contains(&name.as_str()) {
        return Err(unknown(&keyword, level, facts));
    }
    Ok(Rule { check: check(&keyword, &name, input)?, keyword, advise: false, when: Vec::new() })
}

/// Says what a keyword looks like where it stands bare or with the wrong sort of value.
fn expect_form(keyword: &Ident, name: &str, input: ParseStream<'_>) -> syn::Result<()> {
    let (is_right, form) = match name {
        "min_len" | "max_len" | "max_bytes" | "min_items" | "max_items" | "range" | "decimals" | "check" => {
            (input.peek(Token![=]), " = …")
        }
        "advise" | "when" | "requires" | "required_if" | "forbidden_if" | "greater_than" | "at_least" | "value_if"
        | "allowed_if" | "all_or_none" | "exactly_one" | "at_least_one" | "at_most_one" => {
            (input.peek(token::Paren), "(…)")
        }
        _ => return Ok(()),
    };
    if is_right { Ok(()) } else { Err(syn::Error::new(keyword.span(), format!("write this as `{name}{form}`"))) }
}

/// What stands in the parentheses after a word.
pub(super) fn parentheses<'a>(keyword: &Ident, input: ParseStream<'a>) -> syn::Result<ParseBuffer<'a>> {
    if !input.peek(token::Paren) {
        return Err(syn::Error::new(keyword.span(), format!("write this as `{keyword}(…)`")));
    }
    let content;
    syn::parenthesized!(content in input);
    Ok(content)
}

/// `advise` and `when` hold one rule.
fn closed(content: ParseStream<'_>, rule: Rule) -> syn::Result<Rule> {
    if content.peek(Token![,]) {
        content.parse::<Token![,]>()?;
    }
    if content.is_empty() { Ok(rule) } else { Err(content.error("one rule only: write this one beside it")) }
}

fn check(keyword: &Ident, name: &str, input: ParseStream<'_>) -> syn::Result<Check> {
    Ok(match name {
        "required" => Check::Required,
        "min_len" => Check::MinLen(value(input)?),
        "max_len" => Check::MaxLen(value(input)?),
        "max_bytes" => Check::MaxBytes(value(input)?),
        "min_items" => Check::MinItems(value(input)?),
        "max_items" => Check::MaxItems(value(input)?),
        "range" => value_with(input, literal::range)?,
        "decimals" => Check::Decimals(value(input)?),
        "digits" => Check::Digits,
        "positive" => Check::Positive,
        "excludes" => Check::Excludes(value(input)?),
        "requires" => Check::Requires(paths(input)?),
        "required_if" => Check::RequiredIf(parenthesized(input)?),
        "forbidden_if" => Check::ForbiddenIf(parenthesized(input)?),
        "greater_than" => Check::GreaterThan(parenthesized(input)?),
        "at_least" => Check::AtLeast(parenthesized(input)?),
        "same_as" => Check::SameAs(parenthesized(input)?),
        "value_if" => value_if(input)?,
        "allowed_if" => allowed_if(input)?,
        "check" => Check::Custom(path_value(input)?),
        "all_or_none" => Check::AllOrNone(paths(input)?),
        "exactly_one" => Check::ExactlyOne(paths(input)?),
        "at_least_one" => Check::AtLeastOne(paths(input)?),
        "at_most_one" => Check::AtMostOne(paths(input)?),
        other => return Err(syn::Error::new(keyword.span(), format!("no rule `{other}`"))),
    })
}

/// `(condition)` or `(operand)`
fn parenthesized<T: syn::parse::Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    let content;
    syn::parenthesized!(content in input);
    let inside = content.parse()?;
    if content.is_empty() { Ok(inside) } else { Err(content.error("expected `)` before this")) }
}

/// `(condition, [A, B])` or `(condition, A)`
fn value_if(input: ParseStream<'_>) -> syn::Result<Check> {
    let content;
    syn::parenthesized!(content in input);
    let condition = content.parse()?;
    content.parse::<Token![,]>()?;
    let values: Vec<Literal> = if content.peek(token::Bracket) { values(&content)? } else { vec![content.parse()?] };
    Ok(Check::ValueIf { condition, values })
}

/// `(A, condition)`
fn allowed_if(input: ParseStream<'_>) -> syn::Result<Check> {
    let content;
    syn::parenthesized!(content in input);
    let value = content.parse()?;
    content.parse::<Token![,]>()?;
    Ok(Check::AllowedIf { value, condition: content.parse()? })
}

fn unknown(keyword: &Ident, level: Level, facts: &[&str]) -> syn::Error {
    let word = keyword.to_string();
    let is_one_of = |words: &[&str]| words.contains(&word.as_str());
    let message = if is_one_of(key::STRUCT_RULES) {
        format!("`{word}` is a rule about several fields: put it on the struct")
    } else if is_one_of(key::FIELD_RULES) {
        format!("`{word}` is a rule about one field: put it on that field")
    } else if is_one_of(key::FIELD_FACTS) && level == Level::Field {
        format!("`{word}` is not a rule: put it beside the rules of the field")
    } else if is_one_of(key::FIELD_FACTS) {
        format!("`{word}` belongs on a field")
    } else if is_one_of(key::STRUCT_FACTS) {
        format!("`{word}` belongs on the struct, directly in its `#[alipay(…)]` or `#[alipay_api(…)]`")
    } else if is_one_of(key::REQUEST_FACTS) {
        format!("`{word}` belongs on the struct of a request, in `#[alipay_api(…)]`")
    } else {
        let near = [level.rules(), key::WRAPPERS, facts].concat();
        let far = [key::FIELD_RULES, key::STRUCT_RULES].concat();
        let guess = match did_you_mean(&word, near) {
            none if none.is_empty() => did_you_mean(&word, far),
            guess => guess,
        };
        format!("no rule `{word}`{guess}")
    };
    syn::Error::new(keyword.span(), message)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn a_rule_in_the_wrong_form_is_told_the_right_one() {
        for (words, wrong, right) in [
            (
                &["min_len", "max_len", "max_bytes", "min_items", "max_items", "range", "decimals", "check"][..],
                "(a)",
                " = …",
            ),
            (&["advise", "when", "requires", "required_if", "forbidden_if", "greater_than", "at_least"], " = 1", "(…)"),
            (&["value_if", "allowed_if"], " = 1", "(…)"),
        ] {
            for word in words {
                let message = format!("write this as `{word}{right}`");
                for written in [(*word).to_owned(), format!("{word}{wrong}")] {
                    let source = format!("struct S {{ #[alipay({written})] a: Option<String> }}");
                    assert_messages(&[(source.as_str(), &[message.as_str()])]);
                }
            }
        }
        for word in ["all_or_none", "exactly_one", "at_least_one", "at_most_one"] {
            let source = format!("#[alipay({word})] struct S {{ a: Option<String> }}");
            let message = format!("write this as `{word}(…)`");
            assert_messages(&[(source.as_str(), &[message.as_str()])]);
        }
    }
}

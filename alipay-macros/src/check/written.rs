//! Rules and conditions as text, in the words of the declaration: for messages, and to tell
//! whether two of them say the same.

use std::fmt::{self, Display, Formatter};

use quote::ToTokens;

use super::placed::{Placed, name};
use crate::model::{Check, Condition, Literal, Number, Operand, Path};

impl Display for Placed<'_> {
    /// `` `at_most_one(a, b)` ``, or `` `requires(b)` on `a` ``.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let keyword = name(&self.rule.keyword);
        f.write_str("`")?;
        for condition in &self.rule.when {
            write!(f, "when({condition}, ")?;
        }
        if self.rule.advise {
            f.write_str("advise(")?;
        }
        match &self.rule.check {
            Check::RequiredIf(condition) | Check::ForbiddenIf(condition) => write!(f, "{keyword}({condition})")?,
            Check::GreaterThan(operand) | Check::AtLeast(operand) | Check::SameAs(operand) => {
                write!(f, "{keyword}({operand})")?;
            }
            Check::MinLen(count)
            | Check::MaxLen(count)
            | Check::MaxBytes(count)
            | Check::MinItems(count)
            | Check::MaxItems(count)
            | Check::Decimals(count) => write!(f, "{keyword} = {}", count.value)?,
            Check::Range { min, max } => write!(f, "{keyword} = {}", Range(*min, *max))?,
            Check::Excludes(part) => write!(f, "{keyword} = {:?}", part.value())?,
            Check::ValueIf { condition, values } => write!(f, "{keyword}({condition}, [{}])", List(values))?,
            Check::AllowedIf { value, condition } => write!(f, "{keyword}({value}, {condition})")?,
            check if !check.listed().is_empty() => write!(f, "{keyword}({})", List(check.listed()))?,
            _ => f.write_str(&keyword)?,
        }
        let closing = self.rule.when.len() + usize::from(self.rule.advise);
        write!(f, "{}`", ")".repeat(closing))?;
        match self.field {
            Some(field) => write!(f, " on `{}`", field.name),
            None => Ok(()),
        }
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Equal(operand, value) => write!(f, "{operand} == {value}"),
            Self::NotEqual(operand, value) => write!(f, "{operand} != {value}"),
            Self::Greater(operand, value) => write!(f, "{operand} > {value}"),
            Self::In(operand, values) => write!(f, "{operand} in [{}]", List(values)),
            Self::Present(operand) => write!(f, "present({operand})"),
            Self::Absent(operand) => write!(f, "absent({operand})"),
            Self::Not(inner) if matches!(**inner, Self::Present(_) | Self::Absent(_)) => write!(f, "!{inner}"),
            Self::Not(inner) => write!(f, "!({inner})"),
            Self::All(parts) => {
                let part = |part: &Self| match part {
                    Self::Any(_) => format!("({part})"),
                    other => other.to_string(),
                };
                f.write_str(&parts.iter().map(part).collect::<Vec<_>>().join(" && "))
            }
            Self::Any(parts) => joined(f, parts, " || "),
        }
    }
}

impl Display for Operand {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => path.fmt(f),
            Self::Coalesce(_, paths) => write!(f, "coalesce({})", List(paths)),
        }
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.root.is_some() {
            f.write_str("root.")?;
        }
        let steps: Vec<String> = self.steps.iter().map(name).collect();
        f.write_str(&steps.join("."))
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variant(path) => f.write_str(&path.to_token_stream().to_string().replace(' ', "")),
            Self::Text(text) => write!(f, "{:?}", text.value()),
            Self::Number(number) => number.fmt(f),
            Self::Bool(truth) => write!(f, "{}", truth.value),
        }
    }
}

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let scale = self.scale as usize;
        // At least one digit before the point.
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at_checked(digits.len() - scale).unwrap_or((&digits, ""));
        let point = if scale > 0 { "." } else { "" };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

/// `0.1..=3000`
pub(super) struct Range(pub(super) Option<Number>, pub(super) Option<Number>);

impl Display for Range {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(min) = self.0 {
            min.fmt(f)?;
        }
        f.write_str("..")?;
        self.1.map_or(Ok(()), |max| write!(f, "={max}"))
    }
}

/// `a, b, c`
struct List<'a, T>(&'a [T]);

impl<T: Display> Display for List<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        joined(f, self.0, ", ")
    }
}

fn joined<T: Display>(f: &mut Formatter<'_>, items: &[T], separator: &str) -> fmt::Result {
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            f.write_str(separator)?;
        }
        item.fmt(f)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_written_as_they_were_read() {
        for text in [
            "a == Kind::Fix",
            "root.a.b != \"x\"",
            "a > -0.05",
            "a in [1, 20, 0.10]",
            "!present(a) && absent(coalesce(a, b.c))",
            "!(a == true)",
            "a == 1 && (b == 2 || c == 3)",
            "a == 1 || b == 2 && c == 3",
        ] {
            let written = syn::parse_str::<Condition>(text).map(|condition| condition.to_string());
            assert_eq!(written.ok().as_deref(), Some(text));
        }
    }
}

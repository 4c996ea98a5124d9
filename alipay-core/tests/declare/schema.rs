//! A schema as text, in the notation of the declaration language, to compare with.

use std::fmt::{self, Write};

use alipay_core::schema::{Check, Condition, Literal, Operand, Path, Rule, Schema, Severity, Shape};

pub(crate) fn text(schema: &Schema) -> String {
    let mut text = String::new();
    write(schema, &mut text).expect("a String takes everything");
    text
}

fn write(schema: &Schema, out: &mut String) -> fmt::Result {
    writeln!(out, "{}", schema.name)?;
    for rule in schema.rules {
        writeln!(out, "  {}", rule_text(rule))?;
    }
    for field in schema.fields {
        write!(out, "  {}", field.name)?;
        if field.wire != field.name {
            write!(out, " ({})", field.wire)?;
        }
        write!(out, ": {}", shape(field.shape))?;
        for (is_set, word) in
            [(field.required, "required"), (field.secret, "secret"), (field.allow_empty, "allow_empty")]
        {
            if is_set {
                write!(out, " {word}")?;
            }
        }
        writeln!(out)?;
        if let Some(limit) = field.max_len {
            writeln!(out, "    max_len = {limit}")?;
        }
        for rule in field.rules {
            writeln!(out, "    {}", rule_text(rule))?;
        }
    }
    Ok(())
}

fn shape(shape: Shape) -> String {
    match shape {
        Shape::Text => "text".into(),
        Shape::Integer => "integer".into(),
        Shape::Amount => "amount".into(),
        Shape::DateTime => "time".into(),
        Shape::Bool => "bool".into(),
        Shape::Enum(words) => words.name.into(),
        Shape::Record(schema) => schema().name.into(),
        Shape::File => "file".into(),
        Shape::List(item) => format!("[{}]", self::shape(*item)),
    }
}

fn rule_text(rule: &Rule) -> String {
    let mut text = check(&rule.check);
    if let Some(when) = &rule.when {
        text = format!("when({}, {text})", condition(when));
    }
    if rule.severity == Severity::Advise { format!("advise {text}") } else { text }
}

fn check(check: &Check) -> String {
    match check {
        Check::Required => "required".into(),
        Check::MinLen(limit) => format!("min_len = {limit}"),
        Check::MaxLen(limit) => format!("max_len = {limit}"),
        Check::MaxBytes(limit) => format!("max_bytes = {limit}"),
        Check::MinItems(limit) => format!("min_items = {limit}"),
        Check::MaxItems(limit) => format!("max_items = {limit}"),
        Check::Range { min, max } => {
            let end = |end: &Option<_>| end.map_or_else(String::new, |end| value(&Literal::Number(end)));
            format!("range = {}..={}", end(min), end(max))
        }
        Check::Decimals(limit) => format!("decimals = {limit}"),
        Check::Digits => "digits".into(),
        Check::Positive => "positive".into(),
        Check::Excludes(part) => format!("excludes = {part:?}"),
        Check::Requires(paths) => format!("requires({})", list(paths, path)),
        Check::RequiredIf(when) => format!("required_if({})", condition(when)),
        Check::ForbiddenIf(when) => format!("forbidden_if({})", condition(when)),
        Check::GreaterThan(other) => format!("greater_than({})", operand(other)),
        Check::AtLeast(other) => format!("at_least({})", operand(other)),
        Check::SameAs(other) => format!("same_as({})", operand(other)),
        Check::ValueIf { condition: when, values } => {
            format!("value_if({}, [{}])", condition(when), list(values, value))
        }
        Check::AllowedIf { value, condition: when } => {
            format!("allowed_if({}, {})", self::value(value), condition(when))
        }
        Check::Custom(_) => "check".into(),
        Check::AllOrNone(paths) => format!("all_or_none({})", list(paths, path)),
        Check::ExactlyOne(paths) => format!("exactly_one({})", list(paths, path)),
        Check::AtLeastOne(paths) => format!("at_least_one({})", list(paths, path)),
        Check::AtMostOne(paths) => format!("at_most_one({})", list(paths, path)),
    }
}

fn condition(when: &Condition) -> String {
    match when {
        Condition::Equal(left, right) => format!("{} == {}", operand(left), value(right)),
        Condition::NotEqual(left, right) => format!("{} != {}", operand(left), value(right)),
        Condition::Greater(left, right) => format!("{} > {}", operand(left), value(right)),
        Condition::In(left, values) => format!("{} in [{}]", operand(left), list(values, value)),
        Condition::Present(of) => format!("present({})", operand(of)),
        Condition::Absent(of) => format!("absent({})", operand(of)),
        Condition::Not(inner) => format!("!({})", condition(inner)),
        Condition::All(parts) => format!("({})", parts.iter().map(condition).collect::<Vec<_>>().join(" && ")),
        Condition::Any(parts) => format!("({})", parts.iter().map(condition).collect::<Vec<_>>().join(" || ")),
    }
}

fn operand(of: &Operand) -> String {
    match of {
        Operand::Path(one) => path(one),
        Operand::Coalesce(paths) => format!("coalesce({})", list(paths, path)),
    }
}

fn path(path: &Path) -> String {
    format!("{}{}", if path.root { "root." } else { "" }, path.steps.join("."))
}

fn value(value: &Literal) -> String {
    match value {
        Literal::Text(text) => format!("{text:?}"),
        Literal::Number(number) => number.to_decimal().to_string(),
        Literal::Bool(truth) => truth.to_string(),
    }
}

fn list<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().join(", ")
}

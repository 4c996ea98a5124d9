//! A declaration as the macros write it: one text, read into a [`Schema`] when it is first asked for.
//!
//! A text is one constant for the compiler, whatever stands in it. The same schema as nested Rust
//! constants took a fifth of a declaration's compile time, for values that only the run time reads.
//!
//! ```text
//! table      string(name) fields rules        fields, rules and every other list end with `.`
//! field      string(name) string(wire name; empty if the same) words
//! word       string(keyword) what belongs to it
//! string     length in bytes `:` text
//! number     digits `;`
//! ```
//!
//! `alipay-macros` writes it (`expand/table.rs`); the keywords are those of the declaration language.
//! What only rustc can say stands beside the text: the words of enum variants, the author's functions,
//! and the shapes of the fields, which a blank record knows.

use std::mem::ManuallyDrop;
use std::str::FromStr;
use std::sync::OnceLock;

use super::{Bound, Check, Condition, Field, Literal, Operand, Path, Rule, Schema, Shape};
use crate::record::{Declared, Record};

/// The author's own function over a record.
type Function = fn(&dyn Record) -> Result<(), String>;

/// What a declaration was read to, once it is. In a `static` of generated code, which holds nothing else: rustc
/// evaluates each of them. And for a type that is dropped it would look through everything generic that the crates
/// below have compiled, although no `static` is dropped.
pub struct Table(ManuallyDrop<OnceLock<Schema>>);

impl Table {
    /// Not read yet.
    #[expect(
        clippy::declare_interior_mutable_const,
        reason = "copied into each `static`, which a call would make dearer"
    )]
    pub const UNREAD: Self = Self(ManuallyDrop::new(OnceLock::new()));

    /// What the text says of the struct `T`.
    #[inline]
    pub fn schema<T: Declared>(&self, text: &'static str) -> &Schema {
        self.naming::<T>(text, &[], &[])
    }

    /// The same, where rules name variants of enums, by their words, and functions.
    #[inline]
    pub fn naming<T: Declared>(
        &self,
        text: &'static str,
        words: &'static [&'static str],
        functions: &'static [Function],
    ) -> &Schema {
        match self.0.get() {
            Some(schema) => schema,
            None => {
                self.first(Reader { rest: text, words, functions, shape: |index| T::unread().field(index).shape() })
            }
        }
    }

    #[cold]
    fn first(&self, mut reader: Reader) -> &Schema {
        self.0.get_or_init(|| reader.schema().unwrap_or(UNREADABLE))
    }
}

/// In the place of a declaration that cannot be read: no request passes it and no answer has its
/// field. Only a macro that is not this crate's own could write such a text.
const UNREADABLE: Schema = Schema {
    name: "unreadable declaration",
    fields: &[Field {
        name: "",
        wire: "",
        key: "\"\":",
        shape: Shape::Text,
        required: true,
        secret: false,
        allow_empty: true,
        max_len: None,
        rules: &[],
    }],
    rules: &[Rule::new(Check::Custom(|_| Err("`alipay-macros` and `alipay-core` do not belong together".to_owned())))],
};

/// Reads a table from left to right. A schema lives as long as the program, so its parts may.
struct Reader {
    rest: &'static str,
    words: &'static [&'static str],
    functions: &'static [Function],
    shape: fn(usize) -> Shape,
}

impl Reader {
    fn schema(&mut self) -> Option<Schema> {
        let name = self.string()?;
        let mut fields = Vec::new();
        while !self.list_ends()? {
            fields.push(self.field(fields.len())?);
        }
        let rules = self.list(Self::rule)?;
        self.rest.is_empty().then(|| Schema { name, fields: kept(fields), rules })
    }

    fn field(&mut self, index: usize) -> Option<Field> {
        let (name, wire) = (self.string()?, self.string()?);
        let wire = if wire.is_empty() { name } else { wire };
        let mut field = Field {
            name,
            wire,
            key: format!("\"{wire}\":").leak(),
            shape: (self.shape)(index),
            required: false,
            secret: false,
            allow_empty: false,
            max_len: None,
            rules: &[],
        };
        let mut rules = Vec::new();
        while !self.list_ends()? {
            match self.string()? {
                "always" => field.required = true,
                "secret" => field.secret = true,
                "allow_empty" => field.allow_empty = true,
                "max_len" => field.max_len = Some(self.number()?),
                keyword => rules.push(self.rule_of(keyword)?),
            }
        }
        field.rules = kept(rules);
        Some(field)
    }

    fn rule(&mut self) -> Option<Rule> {
        let keyword = self.string()?;
        self.rule_of(keyword)
    }

    fn rule_of(&mut self, keyword: &str) -> Option<Rule> {
        Some(match keyword {
            "advise" => self.rule()?.advise(),
            "when" => {
                let condition = self.condition()?;
                self.rule()?.when(condition)
            }
            _ => Rule::new(self.check(keyword)?),
        })
    }

    fn check(&mut self, keyword: &str) -> Option<Check> {
        Some(match keyword {
            "required" => Check::Required,
            "min_len" => Check::MinLen(self.number()?),
            "max_len" => Check::MaxLen(self.number()?),
            "max_bytes" => Check::MaxBytes(self.number()?),
            "min_items" => Check::MinItems(self.number()?),
            "max_items" => Check::MaxItems(self.number()?),
            "range" => Check::Range { min: self.bounds()?.first().copied(), max: self.bounds()?.first().copied() },
            "decimals" => Check::Decimals(self.number()?),
            "digits" => Check::Digits,
            "positive" => Check::Positive,
            "excludes" => Check::Excludes(self.string()?),
            "requires" => Check::Requires(self.list(Self::path)?),
            "required_if" => Check::RequiredIf(self.condition()?),
            "forbidden_if" => Check::ForbiddenIf(self.condition()?),
            "greater_than" => Check::GreaterThan(self.operand()?),
            "at_least" => Check::AtLeast(self.operand()?),
            "same_as" => Check::SameAs(self.operand()?),
            "value_if" => Check::ValueIf { condition: self.condition()?, values: self.list(Self::literal)? },
            "allowed_if" => Check::AllowedIf { value: self.literal()?, condition: self.condition()? },
            "check" => {
                let index: usize = self.number()?;
                Check::Custom(*self.functions.get(index)?)
            }
            "all_or_none" => Check::AllOrNone(self.list(Self::path)?),
            "exactly_one" => Check::ExactlyOne(self.list(Self::path)?),
            "at_least_one" => Check::AtLeastOne(self.list(Self::path)?),
            "at_most_one" => Check::AtMostOne(self.list(Self::path)?),
            _ => return None,
        })
    }

    fn condition(&mut self) -> Option<Condition> {
        Some(match self.string()? {
            "==" => Condition::Equal(self.operand()?, self.literal()?),
            "!=" => Condition::NotEqual(self.operand()?, self.literal()?),
            ">" => Condition::Greater(self.operand()?, self.literal()?),
            "in" => Condition::In(self.operand()?, self.list(Self::literal)?),
            "present" => Condition::Present(self.operand()?),
            "absent" => Condition::Absent(self.operand()?),
            "!" => Condition::Not(Box::leak(Box::new(self.condition()?))),
            "&&" => Condition::All(self.list(Self::condition)?),
            "||" => Condition::Any(self.list(Self::condition)?),
            _ => return None,
        })
    }

    fn operand(&mut self) -> Option<Operand> {
        Some(match self.string()? {
            "path" => Operand::Path(self.path()?),
            "coalesce" => Operand::Coalesce(self.list(Self::path)?),
            _ => return None,
        })
    }

    fn path(&mut self) -> Option<Path> {
        let root = match self.string()? {
            "root" => true,
            "here" => false,
            _ => return None,
        };
        Some(Path { root, steps: self.list(Self::string)? })
    }

    fn literal(&mut self) -> Option<Literal> {
        Some(match self.string()? {
            "text" => Literal::Text(self.string()?),
            "word" => {
                let index: usize = self.number()?;
                Literal::Text(self.words.get(index)?)
            }
            "number" => Literal::Number(self.bound()?),
            "true" => Literal::Bool(true),
            "false" => Literal::Bool(false),
            _ => return None,
        })
    }

    fn bound(&mut self) -> Option<Bound> {
        Some(Bound { mantissa: self.number()?, scale: self.number()? })
    }

    /// One end of a range: a list of one, or of none if the range is open.
    fn bounds(&mut self) -> Option<&'static [Bound]> {
        self.list(Self::bound)
    }

    fn list<T>(&mut self, item: fn(&mut Self) -> Option<T>) -> Option<&'static [T]> {
        let mut items = Vec::new();
        while !self.list_ends()? {
            items.push(item(self)?);
        }
        Some(kept(items))
    }

    /// Whether the list ends here; takes its end. `None` at the end of the text, where none may be.
    fn list_ends(&mut self) -> Option<bool> {
        match self.rest.strip_prefix('.') {
            Some(rest) => {
                self.rest = rest;
                Some(true)
            }
            None => (!self.rest.is_empty()).then_some(false),
        }
    }

    fn string(&mut self) -> Option<&'static str> {
        let (length, rest) = self.rest.split_once(':')?;
        let (string, rest) = rest.split_at_checked(length.parse().ok()?)?;
        self.rest = rest;
        Some(string)
    }

    fn number<N: FromStr>(&mut self) -> Option<N> {
        let (digits, rest) = self.rest.split_once(';')?;
        self.rest = rest;
        digits.parse().ok()
    }
}

fn kept<T>(items: Vec<T>) -> &'static [T] {
    Box::leak(items.into_boxed_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static str) -> Option<Schema> {
        Reader { rest: text, words: &["A"], functions: &[], shape: |_| Shape::Text }.schema()
    }

    #[test]
    fn a_table_is_read_to_its_end() {
        let schema = read("1:S1:a0:6:always7:max_len32;.1:b1:c12:greater_than4:path4:here1:a....").expect("a table");
        let names: Vec<_> = schema.fields.iter().map(|field| (field.name, field.wire, field.required)).collect();
        assert_eq!(names, [("a", "a", true), ("b", "c", false)]);
        assert_eq!(schema.fields.iter().map(|field| field.rules.len()).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn what_is_cut_off_or_unknown_is_no_table() {
        let whole = "1:S1:a0:11:required_if2:==4:path4:here1:a.4:word0;..11:all_or_none4:here1:a...";
        assert!(read(whole).is_some());
        for end in 0..whole.len() {
            assert!(read(whole.get(..end).expect("ASCII")).is_none(), "{end}");
        }
        for text in [
            "1:S..x",
            "1:S1:a0:5:oddly..",
            "1:S1:a0:3:max..",
            "9:S..",
            "1:S1:a0:11:required_if2:==4:path4:here1:a.4:word1;...",
            "1:S1:a0:5:check0;..",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn nothing_passes_a_declaration_that_cannot_be_read() {
        assert!(UNREADABLE.fields.iter().all(|field| field.required));
        let refuses = |rule: &Rule| matches!(rule.check, Check::Custom(check) if check(&crate::sample::PointsUpdate::sample()).is_err());
        assert!(UNREADABLE.rules.iter().all(refuses));
    }
}

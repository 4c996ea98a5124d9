//! The rules of a declaration, each with the place where it stands and whether a mistake was found
//! in it.

use std::cell::Cell;
use std::fmt;

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use crate::context::Context;
use crate::model::{Check, Condition, Container, Declaration, Field, Operand, Path, Rule};

/// All rules of a declaration, in its order: those of the struct, then those of the fields.
pub(super) struct Rules<'a> {
    pub(super) declaration: &'a Declaration,
    placed: Vec<Placed<'a>>,
}

impl<'a> Rules<'a> {
    pub(super) fn of(declaration: &'a Declaration) -> Self {
        let place = |field, rule| Placed { field, rule, faulty: Cell::new(false) };
        let of_struct = declaration.rules.iter().map(|rule| place(None, rule));
        let of_fields =
            declaration.fields.iter().flat_map(|field| field.rules.iter().map(move |rule| place(Some(field), rule)));
        Self { declaration, placed: of_struct.chain(of_fields).collect() }
    }

    /// The rules in which no mistake was found yet.
    pub(super) fn sound(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.placed.iter().filter(|placed| !placed.faulty.get())
    }

    /// Each two sound rules that stand on the same field, or both on the struct; in order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&Placed<'a>, &Placed<'a>)> {
        // Those of one place stand behind each other.
        self.placed.chunk_by(Placed::stands_with).flat_map(|placed| {
            placed.iter().enumerate().flat_map(move |(position, second)| {
                let earlier = placed.iter().take(position);
                earlier.filter(|first| first.is_sound() && second.is_sound()).map(move |first| (first, second))
            })
        })
    }

    /// The first step of a path that starts at this struct; `None` for one that starts elsewhere.
    pub(super) fn first_step<'p>(&self, path: &'p Path) -> Option<&'p Ident> {
        let starts_here = path.root.is_none() || self.declaration.method.is_some();
        path.steps.first().filter(|_| starts_here)
    }

    /// The field of this struct that a path ends at; `None` for a path to another struct's field.
    pub(super) fn own_field(&self, path: &Path) -> Option<&'a Field> {
        let step = self.first_step(path).filter(|_| path.steps.len() == 1)?;
        self.field(&name(step))
    }

    pub(super) fn field(&self, name: &str) -> Option<&'a Field> {
        self.declaration.fields.iter().find(|field| field.name == name)
    }
}

/// A rule where it stands.
pub(super) struct Placed<'a> {
    /// `None` for a rule on the struct.
    pub(super) field: Option<&'a Field>,
    pub(super) rule: &'a Rule,
    faulty: Cell<bool>,
}

impl Placed<'_> {
    /// Notes a mistake in this rule.
    pub(super) fn fault(&self, context: &mut Context, span: Span, message: impl fmt::Display) {
        self.faulty.set(true);
        context.error(span, message);
    }

    /// Notes a mistake at the keyword of this rule.
    pub(super) fn fault_at_keyword(&self, context: &mut Context, message: impl fmt::Display) {
        self.fault(context, self.rule.keyword.span(), message);
    }

    fn is_sound(&self) -> bool {
        !self.faulty.get()
    }

    fn stands_with(&self, other: &Self) -> bool {
        self.field.map(|field| &field.name) == other.field.map(|field| &field.name)
    }

    /// A rule that refuses, whatever the situation.
    pub(super) fn is_unconditional(&self) -> bool {
        !self.rule.advise && self.rule.when.is_empty()
    }

    /// All its conditions, outermost first.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.rule.conditions()
    }

    /// The conditions that must all hold for the rule to ask for something.
    pub(super) fn situation(&self) -> impl Iterator<Item = &Condition> {
        // `allowed_if` asks for something where its own condition does *not* hold.
        let own = self.rule.check.condition().filter(|_| !matches!(self.rule.check, Check::AllowedIf { .. }));
        self.rule.when.iter().chain(own)
    }
}

impl Check {
    fn condition(&self) -> Option<&Condition> {
        match self {
            Self::RequiredIf(condition)
            | Self::ForbiddenIf(condition)
            | Self::ValueIf { condition, .. }
            | Self::AllowedIf { condition, .. } => Some(condition),
            _ => None,
        }
    }

    /// The fields of a group rule or of `requires`; none for other rules.
    pub(super) fn listed(&self) -> &[Path] {
        match self {
            Self::Requires(paths)
            | Self::AllOrNone(paths)
            | Self::ExactlyOne(paths)
            | Self::AtLeastOne(paths)
            | Self::AtMostOne(paths) => paths,
            _ => &[],
        }
    }

    /// The other side of a comparison.
    pub(super) fn compared_with(&self) -> Option<&Operand> {
        match self {
            Self::GreaterThan(operand) | Self::AtLeast(operand) | Self::SameAs(operand) => Some(operand),
            _ => None,
        }
    }
}

impl Condition {
    /// The comparisons it is made of.
    pub(super) fn leaves(&self) -> Vec<&Self> {
        match self {
            Self::Not(inner) => inner.leaves(),
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::leaves).collect(),
            _ => vec![self],
        }
    }

    /// What a single comparison looks at.
    pub(super) fn operand(&self) -> Option<&Operand> {
        match self {
            Self::Equal(operand, _)
            | Self::NotEqual(operand, _)
            | Self::Greater(operand, _)
            | Self::In(operand, _)
            | Self::Present(operand)
            | Self::Absent(operand) => Some(operand),
            Self::Not(_) | Self::All(_) | Self::Any(_) => None,
        }
    }
}

impl Operand {
    pub(super) fn paths(&self) -> &[Path] {
        match self {
            Self::Path(path) => std::slice::from_ref(path),
            Self::Coalesce(_, paths) => paths,
        }
    }

    pub(super) fn span(&self) -> Span {
        match self {
            Self::Path(path) => path.span(),
            Self::Coalesce(keyword, _) => *keyword,
        }
    }
}

impl Path {
    /// Span of the last step, where the field is named.
    pub(super) fn span(&self) -> Span {
        self.steps.last().map(Ident::span).or(self.root).unwrap_or_else(Span::call_site)
    }
}

impl Rule {
    fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.when.iter().chain(self.check.condition())
    }

    /// Every path that the rule names.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        let operands = self.conditions().flat_map(Condition::leaves).filter_map(Condition::operand);
        let operands = operands.chain(self.check.compared_with());
        self.check.listed().iter().chain(operands.flat_map(Operand::paths))
    }
}

impl Field {
    /// Why the field is present in every request, if it is.
    pub(super) fn always_present(&self) -> Option<Always> {
        let needs_item = |rule: &Rule| {
            !rule.advise && rule.when.is_empty() && matches!(rule.check, Check::MinItems(count) if count.value > 0)
        };
        match self.container {
            Container::Plain => Some(Always::Plain),
            Container::List if self.rules.iter().any(needs_item) => Some(Always::MinItems),
            _ => None,
        }
    }
}

/// Why a field is present in every request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Always {
    /// It is no `Option`.
    Plain,
    /// It is a list that must have an item.
    MinItems,
}

impl Always {
    /// What makes the field optional.
    pub(super) fn make_optional(self) -> &'static str {
        match self {
            Self::Plain => "make it an `Option`",
            Self::MinItems => "take its `min_items` away",
        }
    }
}

/// A name as rules and the schema use it: without `r#`.
pub(super) fn name(ident: &Ident) -> String {
    ident.unraw().to_string()
}

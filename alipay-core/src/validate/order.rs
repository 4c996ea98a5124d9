//! Rules that compare two fields.

use std::cmp::Ordering;

use super::condition::{chosen, resolve};
use super::scope::{Breach, Scope};
use super::{compare, number, words};
use crate::record::Value;
use crate::schema::Operand;
use crate::violation::{Found, Limit, RuleCode};

pub(super) fn greater_than(scope: Scope<'_>, value: Value<'_>, other: &Operand, secret: bool) -> Option<Breach> {
    breach(RuleCode::GreaterThan, Ordering::is_le, scope, value, other, secret)
}

pub(super) fn at_least(scope: Scope<'_>, value: Value<'_>, other: &Operand, secret: bool) -> Option<Breach> {
    breach(RuleCode::AtLeast, Ordering::is_lt, scope, value, other, secret)
}

/// Where both are present, they are equal.
pub(super) fn same_as(scope: Scope<'_>, value: Value<'_>, other: &Operand) -> Option<Breach> {
    let path = chosen(other, scope)?;
    let is_broken = compare::same(value, resolve(path, scope)) == Some(false);
    is_broken.then(|| Breach::new(RuleCode::SameAs, Limit::Fields(vec![words::path(path, scope)]), Found::Present))
}

fn breach(
    code: RuleCode,
    is_broken: fn(Ordering) -> bool,
    scope: Scope<'_>,
    value: Value<'_>,
    other: &Operand,
    secret: bool,
) -> Option<Breach> {
    let path = chosen(other, scope)?;
    let order = compare::order(value, resolve(path, scope))?;
    let limit = || Limit::Fields(vec![words::path(path, scope)]);
    is_broken(order).then(|| Breach::new(code, limit(), number::found(value, secret)))
}
